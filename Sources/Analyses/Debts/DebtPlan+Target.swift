extension DebtPlan {
    /// The debt that money above the minimums goes to first; nil without a debt in the plan.
    public func target(of strategy: Strategy) -> PlannedDebt? {
        let debts = portfolio.planned
        let order =
            switch strategy {
            case .snowball: debts.byBalance
            case .custom: debts.ordered(by: options.order)
            case .avalanche, .minimumOnly, .minimumRollover: debts.byRate
            }
        return order.first.map { debts[$0] }
    }
}
