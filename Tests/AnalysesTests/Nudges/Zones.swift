import Analyses
import Finance
import Foundation
import Testing

/// Times and messages for the tests of the box. Foundation brings the time zones.
enum Zones {
    static func zone(_ name: String = "Europe/London") throws -> TimeZone { try #require(TimeZone(identifier: name)) }

    /// An instant from its UTC text, `2026-11-21T10:00`.
    static func utc(_ text: String) throws -> Date {
        let parts = text.split(separator: "T")
        let day = try #require(Day(String(parts[0])))
        let clock = parts[1].split(separator: ":").compactMap { Double($0) }
        return day.start.addingTimeInterval(clock[0] * 3_600 + clock[1] * 60)
    }

    static func nudge(
        _ key: String, _ kind: Nudge.Kind = .insight, at now: Date, subject: String? = nil, category: String? = nil
    ) -> Nudge {
        Nudge(
            kind, key: key, title: "Title \(key)", text: "Text \(key).", at: now, subject: subject, category: category)
    }
}
