public import Finance

/// A stretch of whole UTC days that a question is about.
public struct SpendingPeriod: Sendable, Hashable, Codable {
    /// What kind of stretch it is; a step back goes by this.
    public enum Unit: String, Sendable, Hashable, Codable {
        /// One of these by the calendar; a week is an ISO week.
        case day, week, month, year
        /// Some days that are none of these.
        case days
    }

    /// What kind of stretch.
    public let unit: Unit
    /// Its first and its last day.
    public let first, last: Day

    /// The calendar day, ISO week, month or year that holds `day`.
    public init(_ unit: Unit, holding day: Day) {
        self.unit = unit
        switch unit {
        case .day, .days: (first, last) = (day, day)
        case .week: (first, last) = (ISOWeek(containing: day).firstDay, ISOWeek(containing: day).lastDay)
        case .month: (first, last) = (Month(day).firstDay, Month(day).lastDay)
        case .year:
            first = Day(year: day.year, month: 1, clampedDay: 1)
            last = Day(year: day.year, month: 12, clampedDay: 31)
        }
    }

    /// Some days; the earlier one first, in whatever order they are given.
    public init(_ one: Day, _ other: Day) {
        unit = .days
        first = min(one, other)
        last = max(one, other)
    }

    /// A month.
    public init(_ month: Month) { self.init(.month, holding: month.firstDay) }
    /// An ISO week.
    public init(_ week: ISOWeek) { self.init(.week, holding: week.firstDay) }

    /// The last whole one of `unit` that was over before this begins; of `days`, as many days.
    public func before(_ unit: Unit) -> SpendingPeriod {
        let day = first.advanced(by: -1)
        if unit == .days { return SpendingPeriod(day.advanced(by: first.number - last.number), day) }
        let holding = SpendingPeriod(unit, holding: day)
        return holding.last == day ? holding : SpendingPeriod(unit, holding: holding.first.advanced(by: -1))
    }

    /// Whether a day lies in it.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// `2026-03`, `2026-W12`, `2026`, `2026-03-14`, or `2026-03-01/2026-03-14`.
    public var window: String {
        switch unit {
        case .day: first.description
        case .week: ISOWeek(containing: first).description
        case .month: Month(first).description
        case .year: String(first.description.prefix(4))
        case .days: "\(first)/\(last)"
        }
    }

    /// As a sentence says it, its preposition included: `in March 2026`, `in the week of 16 to 22 March 2026`.
    public var words: String {
        switch unit {
        case .day: "on \(first.words)"
        case .week: "in the week of \(ISOWeek(containing: first).words)"
        case .month: "in \(Month(first).words)"
        case .year: "in \(first.year)"
        case .days: "from \(first.words) to \(last.words)"
        }
    }
}
