public import Finance

/// How debts clear under each strategy, and what each choice costs (protocol 6.2). It prices choices and names none as
/// the right one.
///
/// Every debt that can be planned is in, not the first three. The order of a strategy is fixed at the start, so more
/// money leaves no balance higher in any month, under the snowball too; only an order drawn up anew as balances fall
/// can make more money dearer. The two baselines take neither extra money nor lump sums. Payments stay as entered until
/// a debt is cleared: a card whose minimum falls with its balance takes longer than shown.
public struct DebtPlan: Sendable, Hashable {
    /// What can be planned and what cannot.
    public let portfolio: DebtPortfolio
    /// What was asked.
    public let options: Options
    /// Money above all minimums.
    public let extra: ExtraPayments
    /// The month of the first payment.
    public let start: Month
    /// A result for each strategy; empty without a debt that can be planned, `custom` only when an order was given.
    public let plans: [Strategy: PayoffPlan]
    /// Debts whose own payment never clears them.
    public let neverClears: [NeverClearing]
    /// Clearing some of the smallest debts first and the rest by rate, each with its price.
    public let firstWins: [FirstWin]
    let snapshot: Snapshot

    /// Plans the open debts of a snapshot.
    public init(of snapshot: Snapshot, _ options: Options = Options()) {
        self.snapshot = snapshot
        self.options = options
        portfolio = DebtPortfolio(of: snapshot, changes: options.rateChanges)
        extra = ExtraPayments(monthly: options.extra ?? snapshot.extraDebtPayment, lumpSums: options.lumpSums)
        start = options.start ?? Month(containing: snapshot.asOf).next
        let debts = portfolio.planned
        let runner = PlanRunner(debts: debts, start: start)
        plans = runner.plans(extra: extra, order: options.order)
        neverClears = NeverClearing.among(debts, plans[.minimumOnly])
        firstWins = FirstWin.frontier(of: runner, plans, extra: extra)
    }

    /// Snowball beside avalanche; nil when either never ends.
    public var avalancheVsSnowball: PlanComparison? { PlanComparison(plans[.avalanche], plans[.snowball]) }

    /// All minimums of the debts in the plan, each month.
    public var minimums: Money { portfolio.planned.total(\.minimum) }

    /// Interest and months that a strategy saves against a baseline; nil when either never ends.
    public func saving(of strategy: Strategy, against baseline: Strategy) -> PlanComparison? {
        PlanComparison(plans[strategy], plans[baseline])
    }

    /// Interest of a strategy above the avalanche's, negative when it is cheaper; nil when either never ends.
    public func price(of strategy: Strategy) -> Money? {
        PlanComparison(plans[.avalanche], plans[strategy])?.interestDifference
    }

    /// Whether the plan stands on all debts, on some, or on none.
    public var coverage: Coverage {
        if snapshot.openDebts.isEmpty { return .none }
        return portfolio.leftOut.isEmpty ? snapshot.coverage(of: "debts") : .partial
    }

    /// Why there is no plan; nil when there is one.
    public var reason: String? {
        guard portfolio.planned.isEmpty else { return nil }
        return snapshot.openDebts.isEmpty ? "no open debt is recorded" : "no open debt has both a rate and a payment"
    }
}

extension Snapshot {
    /// The open debts' extra payments as entered, together; those below zero count as none.
    public var extraDebtPayment: Money { min(openDebts.total { max($0.extraPayment, .zero) }, .limit) }
}
