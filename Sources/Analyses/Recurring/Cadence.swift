public import Finance

/// How often something is paid, as the backend can repeat it; every fortnight or quarter is not told.
public enum Cadence: String, Sendable, Hashable, CaseIterable {
    /// Every week, month or year.
    case weekly, monthly, yearly

    /// The cadence a label names; nil for "once" and for spellings nobody knows.
    public init?(_ frequency: Frequency) {
        switch frequency {
        case .weekly: self = .weekly
        case .monthly: self = .monthly
        case .yearly: self = .yearly
        case .once, .unknown: return nil
        }
    }

    /// Payments in a year.
    public var perYear: Int64 {
        switch self {
        case .weekly: 52
        case .monthly: 12
        case .yearly: 1
        }
    }

    /// Days by which a payment may be early or late and still be on time.
    public var tolerance: Int {
        switch self {
        case .weekly: 3
        case .monthly: 5
        case .yearly: 15
        }
    }

    /// The day `count` payments after one of `day`; counted from that day, so that the 31st does not drift.
    public func day(after day: Day, count: Int = 1) -> Day {
        switch self {
        case .weekly: day.advanced(by: 7 * count)
        case .monthly: day.advanced(byMonths: count)
        case .yearly: day.advanced(byMonths: 12 * count)
        }
    }
}

extension Cadence {
    /// Payments that are needed before a rhythm is believed without a label.
    static let fewest = 3

    /// The rhythm of days in order, nil when there is none. Each interval is one period within the tolerance, half of
    /// them within half of it; a month or year may be left out once in four intervals (a week may not, since any number
    /// of days is near some number of weeks).
    static func fitting(_ days: [Day]) -> Cadence? {
        guard days.count >= fewest else { return nil }
        return allCases.first { $0.fits(days) }
    }

    private func fits(_ days: [Day]) -> Bool {
        let pairs = zip(days, days.dropFirst())
        let deviations = pairs.compactMap { first, second -> Int? in
            let gap = abs(second.number - day(after: first).number)
            return gap <= tolerance ? gap : nil
        }
        let others = days.count - 1 - deviations.count
        let skips = pairs.count { first, second in
            self != .weekly && abs(second.number - day(after: first, count: 2).number) <= tolerance
        }
        guard others == skips, others * 4 <= days.count - 1, deviations.count >= Self.fewest - 1 else { return false }
        let typical = deviations.sorted()[(deviations.count - 1) / 2]
        return typical <= tolerance / 2
    }
}
