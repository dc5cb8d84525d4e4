public import Finance

/// Runs the month loop over one set of debts.
struct PlanRunner {
    let debts: [PlannedDebt]
    let start: Month

    /// One run down an order; `extra` nil pays minimums only.
    func run(_ order: [Int], _ extra: ExtraPayments?) -> PayoffPlan {
        var loop = PayoffLoop(debts, order: order, extra: extra, start: start)
        return loop.run()
    }

    /// One run of a strategy. The baselines take no extra money.
    func run(_ strategy: Strategy, _ extra: ExtraPayments) -> PayoffPlan {
        switch strategy {
        case .minimumOnly: run(debts.byRate, nil)
        case .minimumRollover: run(debts.byRate, ExtraPayments.none)
        case .avalanche, .custom: run(debts.byRate, extra)
        case .snowball: run(debts.byBalance, extra)
        }
    }

    /// Every strategy; `custom` only when `order` names a debt.
    func plans(extra: ExtraPayments, order: [String]) -> [Strategy: PayoffPlan] {
        guard !debts.isEmpty else { return [:] }
        let always: [Strategy] = [.minimumOnly, .minimumRollover, .avalanche, .snowball]
        var plans = Dictionary(uniqueKeysWithValues: always.map { ($0, run($0, extra)) })
        if order.contains(where: { id in debts.contains { $0.id == id } }) {
            plans[.custom] = run(debts.ordered(by: order), extra)
        }
        return plans
    }
}

extension PayoffPlan {
    /// The result of one strategy over `debts`. The baselines take no extra money; `custom` without an order of its own
    /// goes by rate.
    public init(
        paying debts: [PlannedDebt], by strategy: Strategy, extra: ExtraPayments = .none, from start: Month
    ) {
        self = PlanRunner(debts: debts, start: start).run(strategy, extra)
    }
}
