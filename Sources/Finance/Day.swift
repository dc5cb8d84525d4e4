public import FoundationEssentials

/// A UTC calendar day. Proleptic Gregorian arithmetic on day numbers (Howard Hinnant's civil-day method), so that no
/// calendar, locale or time zone database is needed.
public struct Day: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int

    /// The day `number` days after 1970-01-01.
    public init(number: Int) { self.number = number }

    /// The UTC day that holds `instant`.
    public init(_ instant: Date) {
        number = Int((instant.timeIntervalSince1970 / 86_400).rounded(.down))
    }

    /// A day of a month, brought back to the month's last day when the month is shorter.
    public init(year: Int, month: Int, clampedDay: Int) {
        let first = Self.number(year: year, month: month, day: 1)
        let following = month == 12 ? (year + 1, 1) : (year, month + 1)
        let length = Self.number(year: following.0, month: following.1, day: 1) - first
        number = first + min(max(clampedDay, 1), length) - 1
    }

    /// Reads `YYYY-MM-DD`; nil for anything else, impossible days included.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.digits)
        guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...9999).contains(year), (1...12).contains(month), day >= 1
        else { return nil }
        let made = Day(year: year, month: month, clampedDay: day)
        guard made.day == day else { return nil }
        self = made
    }

    /// Calendar year.
    public var year: Int { civil.year }
    /// Month of the year, 1…12.
    public var month: Int { civil.month }
    /// Day of the month, 1…31.
    public var day: Int { civil.day }
    /// Midnight UTC at which the day begins.
    public var start: Date { Date(timeIntervalSince1970: Double(number) * 86_400) }
    /// The day `count` days later (earlier when negative).
    public func advanced(by count: Int) -> Day { Day(number: number + count) }
    /// The same day of the month `count` months on, clamped to that month's length.
    public func advanced(byMonths count: Int) -> Day {
        let parts = civil
        let index = parts.year * 12 + parts.month - 1 + count
        return Day(year: index / 12, month: index % 12 + 1, clampedDay: parts.day)
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        let parts = civil
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }

    /// Earlier day first.
    public static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }

    /// Reads `YYYY-MM-DD`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a YYYY-MM-DD day")
        }
        self = day
    }

    /// Writes `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// A number written in ASCII digits only; `Int` would take a sign as well.
    static func digits(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    private func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
