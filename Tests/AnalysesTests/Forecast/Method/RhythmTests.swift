import Finance
import Testing

@testable import Analyses

@Suite("Rhythms")
struct RhythmTests {
    @Test("weekly, monthly and yearly repeat; one-offs and words nobody knows do not")
    func made() {
        #expect([Frequency.weekly, .monthly, .yearly].map { Rhythm($0) } == [.weekly, .monthly, .yearly])
        #expect(Rhythm(.once) == nil && Rhythm(.unknown("daily")) == nil)
    }

    @Test("periods count from the day itself, so that a clamped month does not shorten the next")
    func periods() throws {
        let day = try Histories.day("2026-01-31")
        #expect(
            (1...3).map { Rhythm.monthly.day($0, after: day).description } == [
                "2026-02-28", "2026-03-31", "2026-04-30",
            ])
        #expect(Rhythm.weekly.day(2, after: day).description == "2026-02-14")
        #expect(Rhythm.yearly.day(1, after: try Histories.day("2024-02-29")).description == "2025-02-28")
        #expect(Rhythm.monthly.day(-1, after: day).description == "2025-12-31")
    }

    @Test("three days for a week, five for a month, fifteen for a year")
    func tolerance() {
        #expect([Rhythm.weekly, .monthly, .yearly].map(\.tolerance) == [3, 5, 15])
        #expect([Rhythm.weekly, .monthly, .yearly].map(\.halfPeriod) == [3, 15, nil])
    }
}
