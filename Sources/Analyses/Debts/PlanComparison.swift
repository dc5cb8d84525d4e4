public import Finance

/// Two plans side by side: what the second costs beside the first.
public struct PlanComparison: Sendable, Hashable {
    /// A difference in interest below this is practically none.
    public static let smallAmount = Money(pence: 1_000)
    /// Nor is one below this share of the dearer plan's interest, per cent.
    public static let smallPercent: Int64 = 1

    /// Interest of the second plan above the first's; negative when it is cheaper.
    public let interestDifference: Money
    /// Months the second plan takes longer; negative when it is sooner.
    public let monthsDifference: Int
    /// Whether the interest differs by less than £10 or by less than 1 % of the dearer plan's.
    public let isPracticallyEqual: Bool
    /// The first month from whose end on the first plan has cost less interest, and stays so; nil when it never is.
    public let crossoverMonth: Int?

    /// nil when either plan never ends.
    public init?(_ first: PayoffPlan?, _ second: PayoffPlan?) {
        guard let first, let second, let cost = first.totalInterest, let otherCost = second.totalInterest,
            let months = first.months, let otherMonths = second.months
        else { return nil }
        interestDifference = otherCost - cost
        monthsDifference = otherMonths - months
        let gap = interestDifference.magnitude
        let dearer = max(cost, otherCost)
        isPracticallyEqual = gap < Self.smallAmount || Self.isSmall(gap, beside: dearer)
        crossoverMonth = Self.crossover(first, second, last: max(months, otherMonths))
    }

    private static func isSmall(_ gap: Money, beside whole: Money) -> Bool {
        let (left, right) = (gap.pence.multipliedFullWidth(by: 100), whole.pence.multipliedFullWidth(by: smallPercent))
        return (left.high, left.low) < (right.high, right.low)
    }

    private static func crossover(_ first: PayoffPlan, _ second: PayoffPlan, last: Int) -> Int? {
        var found: Int?
        for month in stride(from: last, through: 1, by: -1) {
            guard first.interest(upTo: month) < second.interest(upTo: month) else { break }
            found = month
        }
        return found
    }
}
