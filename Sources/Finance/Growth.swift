/// How an amount changed from one month to the next, by the app's own rule (contract 2.7).
public struct Growth: Sendable, Hashable {
    /// The earlier amount.
    public var previous: Money
    /// The later amount.
    public var current: Money

    /// A change between two amounts.
    public init(from previous: Money, to current: Money) {
        self.previous = previous
        self.current = current
    }

    /// Per cent with one decimal; nil when there is nothing to compare with.
    public var percent: Double? {
        guard let change = (current - previous).percent(of: previous) else { return nil }
        return (change * 10).rounded(.toNearestOrAwayFromZero) / 10
    }

    /// What the app prints: one decimal and `%`; from nothing it prints `100.0%`, or `0%` when there is still nothing.
    public var appText: String {
        guard let percent else { return current > .zero ? "100.0%" : "0%" }
        let tenths = Int64((min(percent, Rate.mostPercent) * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)%"
    }
}

extension Snapshot {
    /// Change of the month's expenses against the month before.
    public var spendingGrowth: Growth { Growth(from: lastMonth.expenses, to: thisMonth.expenses) }
}
