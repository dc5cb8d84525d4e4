public import Finance

/// Clearing the `count` smallest balances first and the others by rate: a first debt gone sooner, at a price.
public struct FirstWin: Sendable, Hashable {
    /// Most choices that are worked out one by one; clearing all by size, the snowball, always is.
    public static let most = 20

    /// How many of the smallest come first; 0 is the avalanche, all of them the snowball.
    public let count: Int
    /// The result.
    public let plan: PayoffPlan
    /// Interest above the avalanche's; nil when either never ends.
    public let price: Money?

    /// Every choice from none to all, each with its price.
    static func frontier(
        of runner: PlanRunner, _ plans: [Strategy: PayoffPlan], extra: ExtraPayments
    ) -> [FirstWin] {
        guard let avalanche = plans[.avalanche], let snowball = plans[.snowball] else { return [] }
        let all = runner.debts.count
        return (0...all).filter { $0 <= most || $0 == all }.map { count in
            let plan =
                switch count {
                case 0: avalanche
                case (all - 1)...: snowball
                default: runner.run(runner.debts.smallestFirst(count), extra)
                }
            return FirstWin(
                count: count, plan: plan, price: PlanComparison(avalanche, plan)?.interestDifference)
        }
    }
}
