import Finance
import Foundation
import Testing

@testable import Jobs

@Suite("When a night begins")
struct NightTimeTests {
    static func london(_ hour: Int, _ minute: Int) throws -> NightTime {
        NightTime(minutes: hour * 60 + minute, zone: try #require(TimeZone(identifier: "Europe/London")))
    }

    static func at(_ text: String) throws -> Date { try Date.ISO8601FormatStyle().parse(text) }

    @Test(
        "it begins at the local time, summer and winter",
        arguments: [
            ("2026-01-15", "2026-01-15T02:30:00Z"), ("2026-07-15", "2026-07-15T01:30:00Z"),
            ("2028-02-29", "2028-02-29T02:30:00Z"), ("2026-12-31", "2026-12-31T02:30:00Z"),
        ])
    func local(_ day: String, _ begins: String) throws {
        #expect(try Self.london(2, 30).beginning(of: try #require(Day(day))).at == Self.at(begins))
    }

    @Test("a time that the clocks skip comes an hour later on the wall")
    func spring() throws {
        let night = try Self.london(1, 30).beginning(of: try #require(Day("2026-03-29")))
        #expect(try night.at == Self.at("2026-03-29T01:30:00Z"))
    }

    @Test("of a time that comes twice the first counts")
    func autumn() throws {
        let night = try Self.london(1, 30).beginning(of: try #require(Day("2026-10-25")))
        #expect(try night.at == Self.at("2026-10-25T00:30:00Z"))
    }

    @Test("every day of four years has one beginning, later than the one before, and is found again by its moment")
    func years() throws {
        for minutes in [0, 30, 60, 90, 119, 120, 150, 1_439] {
            let time = NightTime(minutes: minutes, zone: try #require(TimeZone(identifier: "Europe/London")))
            let first = try #require(Day("2025-01-01"))
            var last = time.beginning(of: first.advanced(by: -1))
            for day in (0..<1_461).map({ first.advanced(by: $0) }) {
                let night = time.beginning(of: day)
                #expect(night.at > last.at)
                #expect(time.latest(at: night.at) == night)
                #expect(time.latest(at: night.at.addingTimeInterval(-1)) == last)
                #expect(time.next(after: last.at) == night)
                last = night
            }
        }
    }

    @Test("zones far from Greenwich have their own nights")
    func far() throws {
        for name in ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu", "UTC"] {
            let time = NightTime(minutes: 150, zone: try #require(TimeZone(identifier: name)))
            let now = try Self.at("2026-11-21T12:00:00Z")
            let (latest, next) = (time.latest(at: now), time.next(after: now))
            #expect(latest.at <= now && now < next.at)
            #expect(next.day == latest.day.advanced(by: 1))
        }
    }
}
