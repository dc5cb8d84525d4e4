import Finance
import Foundation
import Testing

@testable import TestServers

@Suite("Dates as a script has them")
struct FakeDatesTests {
    @Test(
        "a month later is the same day, or as many days over",
        arguments: [
            ("2026-01-31", 1.0, "2026-03-03T00:00:00.000Z"), ("2024-01-31", 1, "2024-03-02T00:00:00.000Z"),
            ("2026-12-15", 1, "2027-01-15T00:00:00.000Z"), ("2026-03-31", -1, "2026-03-03T00:00:00.000Z"),
            ("2026-05-14T08:30:00.120Z", 0, "2026-05-14T08:30:00.120Z"),
        ])
    func runningOver(from: String, months: Double, to: String) throws {
        let date = try #require(Date.reading(text: from))
        #expect(date.runningOver(months: months)?.scriptText == to)
    }

    @Test("a number of months beyond every calendar has no date")
    func beyond() {
        #expect(Date(timeIntervalSince1970: 0).runningOver(months: 2_000_000) == nil)
        #expect(Date(timeIntervalSince1970: 0).runningOver(months: .infinity) == nil)
    }

    @Test("milliseconds have three digits, before 1970 too")
    func text() {
        #expect(Date(timeIntervalSince1970: 0.007).scriptText == "1970-01-01T00:00:00.007Z")
        #expect(Date(timeIntervalSince1970: -0.25).scriptText == "1969-12-31T23:59:59.750Z")
    }
}
