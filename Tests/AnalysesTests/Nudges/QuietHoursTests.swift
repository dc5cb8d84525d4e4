import Foundation
import Testing

@testable import Analyses

@Suite("Quiet hours")
struct QuietHoursTests {
    @Test(
        "run from 21:00 to 08:00 on the person's clock",
        arguments: [
            ("2026-11-21T20:59", false), ("2026-11-21T21:00", true), ("2026-11-22T00:00", true),
            ("2026-11-22T07:59", true), ("2026-11-22T08:00", false), ("2026-07-01T19:59", false),
            ("2026-07-01T20:00", true), ("2026-07-02T06:59", true), ("2026-07-02T07:00", false),
        ])
    func edges(utc: String, isQuiet: Bool) throws {
        #expect(QuietHours.night.contains(try Zones.utc(utc), in: try Zones.zone()) == isQuiet)
    }

    @Test(
        "end at eight in the morning, through both nights in which the clocks change",
        arguments: [
            ("2026-11-21T23:30", "2026-11-22T08:00"), ("2026-11-22T03:00", "2026-11-22T08:00"),
            ("2026-03-28T21:00", "2026-03-29T07:00"), ("2026-03-29T00:30", "2026-03-29T07:00"),
            ("2026-03-29T01:30", "2026-03-29T07:00"), ("2026-10-24T20:00", "2026-10-25T08:00"),
            ("2026-10-25T00:30", "2026-10-25T08:00"), ("2026-10-25T01:30", "2026-10-25T08:00"),
            ("2026-11-21T12:00", "2026-11-21T12:00"),
        ])
    func ends(from: String, end: String) throws {
        #expect(QuietHours.night.end(after: try Zones.utc(from), in: try Zones.zone()) == (try Zones.utc(end)))
    }

    @Test("may lie within a day, and are none when they begin and end at once")
    func other() throws {
        let (siesta, zone) = (try #require(QuietHours(from: 13, to: 15)), try Zones.zone())
        #expect(siesta.contains(try Zones.utc("2026-11-21T13:00"), in: zone))
        #expect(siesta.end(after: try Zones.utc("2026-11-21T14:59"), in: zone) == (try Zones.utc("2026-11-21T15:00")))
        #expect(!siesta.contains(try Zones.utc("2026-11-21T15:00"), in: zone))
        #expect(try #require(QuietHours(from: 8, to: 8)).contains(Zones.utc("2026-11-21T08:00"), in: zone) == false)
        #expect(QuietHours(from: 24, to: 8) == nil && QuietHours(from: 21, to: -1) == nil)
    }

    @Test("their end is the first instant that is not quiet, every half hour of both years' changes, in many zones")
    func firstInstant() throws {
        for name in ["Europe/London", "Africa/Cairo", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"] {
            let zone = try Zones.zone(name)
            for hours in [QuietHours.night, try #require(QuietHours(from: 20, to: 0))] {
                for start in ["2026-03-27T00:00", "2026-04-03T00:00", "2026-10-23T00:00", "2026-04-23T00:00"] {
                    for step in 0..<144 {
                        let at = try Zones.utc(start).addingTimeInterval(Double(step) * 1_800)
                        let end = hours.end(after: at, in: zone)
                        #expect(!hours.contains(end, in: zone), "\(name) \(at)")
                        #expect(end == at || hours.contains(end.addingTimeInterval(-1), in: zone), "\(name) \(at)")
                        #expect(end.timeIntervalSince(at) <= 12 * 3_600)
                    }
                }
            }
        }
    }

    @Test("what no clock shows is not read back")
    func stored() throws {
        let coded = try JSONEncoder().encode(QuietHours.night)
        #expect(try JSONDecoder().decode(QuietHours.self, from: coded) == .night)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(QuietHours.self, from: Data(#"{"from":25,"to":8}"#.utf8))
        }
    }
}
