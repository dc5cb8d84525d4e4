public import FoundationEssentials

/// A calendar month as the main backend counts it: the half-open UTC window `[start, next.start)`.
public struct Month: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Months since year 0, so that arithmetic never overflows a year.
    private let index: Int

    /// Month 1…12 of a year; nil for any other month number or a year outside 1…9999.
    public init?(year: Int, month: Int) {
        guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
        index = year * 12 + month - 1
    }

    /// The month that holds `instant`.
    public init(containing instant: Date) {
        let day = Day(instant)
        index = day.year * 12 + day.month - 1
    }

    /// Reads `YYYY-MM`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 7, parts.count == 2, let year = Day.digits(parts[0]),
            let month = Day.digits(parts[1])
        else { return nil }
        self.init(year: year, month: month)
    }

    private init(index: Int) { self.index = index }

    /// Calendar year.
    public var year: Int { index / 12 }
    /// Month of the year, 1…12.
    public var month: Int { index % 12 + 1 }
    /// The month after this one.
    public var next: Month { advanced(by: 1) }
    /// The month before this one.
    public var previous: Month { advanced(by: -1) }
    /// The month `count` months later (earlier when negative).
    public func advanced(by count: Int) -> Month { Month(index: index + count) }
    /// Its first day.
    public var firstDay: Day { Day(year: year, month: month, clampedDay: 1) }
    /// Its last day.
    public var lastDay: Day { Day(year: year, month: month, clampedDay: 31) }
    /// Days in the month, 28…31.
    public var length: Int { lastDay.day }
    /// First instant of the month, UTC.
    public var start: Date { firstDay.start }
    /// First instant after the month, UTC.
    public var end: Date { next.start }
    /// Whether `instant` lies in `[start, end)`.
    public func contains(_ instant: Date) -> Bool { instant >= start && instant < end }

    /// `YYYY-MM`.
    public var description: String { String(firstDay.description.prefix(7)) }

    /// Earlier month first.
    public static func < (lhs: Month, rhs: Month) -> Bool { lhs.index < rhs.index }

    /// Reads `YYYY-MM`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let month = Month(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a YYYY-MM month")
        }
        self = month
    }

    /// Writes `YYYY-MM`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
