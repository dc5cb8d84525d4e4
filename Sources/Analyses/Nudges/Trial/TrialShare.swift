import Finance

/// What one person adds to the trial: for each side the sum of their outcomes, how many they are, and in how many weeks.
/// People are summed up one by one, so that no list of everyone's outcomes is ever needed.
public struct TrialShare: Sendable, Hashable {
    /// One side.
    struct Side: Sendable, Hashable {
        var spent: Int64 = 0
        var count = 0
        var weeks = 0

        mutating func add(_ other: Side) {
            spent += other.spent
            count += other.count
            weeks += other.weeks
        }
    }

    var control = Side()
    var treated = Side()

    /// The share of one person's outcomes.
    public init(of outcomes: [NudgeOutcome], in window: NudgeOutcome.Window) {
        control = Self.side(outcomes.filter { $0.arm == .control }, window)
        treated = Self.side(outcomes.filter { $0.arm == .treated }, window)
    }

    init() {}

    /// Whether there is nothing in it.
    public var isEmpty: Bool { control.count + treated.count == 0 }

    mutating func add(_ other: TrialShare) {
        control.add(other.control)
        treated.add(other.treated)
    }

    /// Mean of control minus mean of treated, to the nearest penny, halves away from zero; nil without either side.
    var difference: Int64? {
        guard control.count > 0, treated.count > 0 else { return nil }
        let (first, second) = (Int128(control.count), Int128(treated.count))
        let difference = Int128(control.spent) * second - Int128(treated.spent) * first
        let half = first * second / 2
        return Int64(clamping: (difference < 0 ? difference - half : difference + half) / (first * second))
    }

    private static func side(_ outcomes: [NudgeOutcome], _ window: NudgeOutcome.Window) -> Side {
        Side(
            spent: outcomes.total { $0.spent(in: window) }.pence, count: outcomes.count,
            weeks: Set(outcomes.map(\.week)).count)
    }
}
