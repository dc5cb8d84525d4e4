import Finance

/// How a repeating record repeats, and how late or early its next entry may be and still be the next one.
enum Rhythm: Sendable, Hashable {
    case weekly, monthly, yearly

    /// nil for what does not repeat or repeats in a way the backend has no rule for.
    init?(_ frequency: Frequency) {
        switch frequency {
        case .weekly: self = .weekly
        case .monthly: self = .monthly
        case .yearly: self = .yearly
        case .once, .unknown: return nil
        }
    }

    /// Days around the expected date within which an entry counts as the expected one.
    var tolerance: Int {
        switch self {
        case .weekly: 3
        case .monthly: 5
        case .yearly: 15
        }
    }

    /// Days within which an occurrence of a year ago answers to one of now; nil where a year is the period itself.
    var halfPeriod: Int? {
        switch self {
        case .weekly: 3
        case .monthly: 15
        case .yearly: nil
        }
    }

    /// The day `count` periods after `day`.
    func day(_ count: Int, after day: Day) -> Day {
        switch self {
        case .weekly: day.advanced(by: 7 * count)
        case .monthly: day.advanced(byMonths: count)
        case .yearly: day.advanced(byMonths: 12 * count)
        }
    }
}
