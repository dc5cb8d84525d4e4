public import FoundationEssentials

/// A week by ISO 8601: Monday to Sunday, in the year that holds its Thursday. So the days around New Year may belong to
/// week 1 of the next year or to week 52 or 53 of the one before.
public struct ISOWeek: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Weeks since the one that holds 1970-01-01, a Thursday.
    private let index: Int

    /// The week that holds a day.
    public init(containing day: Day) {
        let fromMonday = day.number + 3
        index = fromMonday / 7 - (fromMonday % 7 < 0 ? 1 : 0)
    }

    /// The week that holds an instant, by its UTC day.
    public init(containing instant: Date) { self.init(containing: Day(instant)) }

    /// Week 1…52 or 53 of a year; nil for a week that year does not have, or a year outside 1…9999.
    public init?(year: Int, week: Int) {
        guard (1...9999).contains(year), (1...53).contains(week) else { return nil }
        // The fourth of January is in week 1 of every year.
        let made = ISOWeek(containing: Day(year: year, month: 1, clampedDay: 4)).advanced(by: week - 1)
        guard made.year == year else { return nil }
        self = made
    }

    /// Reads `YYYY-Www`, for instance `2026-W47`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 8, parts.count == 2, parts[1].first == "W", let year = Day.digits(parts[0]),
            parts[1].utf8.count == 3, let week = Day.digits(parts[1].dropFirst())
        else { return nil }
        self.init(year: year, week: week)
    }

    private init(index: Int) { self.index = index }

    /// Its Monday.
    public var firstDay: Day { Day(number: index * 7 - 3) }
    /// Its Sunday.
    public var lastDay: Day { firstDay.advanced(by: 6) }
    /// The year it is counted in, which is not always the calendar year of its Monday or Sunday.
    public var year: Int { thursday.year }
    /// Week of that year, 1…53.
    public var week: Int { (thursday.number - Day(year: year, month: 1, clampedDay: 1).number) / 7 + 1 }
    /// First instant of the week, UTC.
    public var start: Date { firstDay.start }
    /// First instant after the week, UTC.
    public var end: Date { next.start }
    /// The week after this one.
    public var next: ISOWeek { advanced(by: 1) }
    /// The week before this one.
    public var previous: ISOWeek { advanced(by: -1) }
    /// The week `count` weeks later (earlier when negative).
    public func advanced(by count: Int) -> ISOWeek { ISOWeek(index: index + count) }
    /// Whether a day lies in it.
    public func contains(_ day: Day) -> Bool { (firstDay...lastDay).contains(day) }

    /// `YYYY-Www`.
    public var description: String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + "\(digits)-W\(week < 10 ? "0" : "")\(week)"
    }

    /// British words: `16 to 22 November 2026`, `28 December 2026 to 3 January 2027`.
    public var words: String {
        let (first, last) = (firstDay, lastDay)
        if first.year != last.year { return "\(first.words) to \(last.words)" }
        if first.month != last.month { return "\(first.day) \(Month.names[first.month - 1]) to \(last.words)" }
        return "\(first.day) to \(last.words)"
    }

    /// Earlier week first.
    public static func < (lhs: ISOWeek, rhs: ISOWeek) -> Bool { lhs.index < rhs.index }

    private var thursday: Day { firstDay.advanced(by: 3) }
}

extension Snapshot {
    /// Receipts of a week, oldest first.
    public func incomes(in week: ISOWeek) -> [Income] { incomes.filter { week.contains(Day($0.receivedOn)) } }
    /// Payments of a week, oldest first.
    public func expenses(in week: ISOWeek) -> [Expense] { expenses.filter { week.contains(Day($0.fallsOn)) } }
}
