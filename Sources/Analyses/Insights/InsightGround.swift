public import Finance

/// Everything insights are found in: one person's records, what nights before remembered, and the analyses that several
/// generators read, made once.
public struct InsightGround: Sendable {
    /// The records; its month is that of the day on which they were read.
    public let snapshot: Snapshot
    /// What was saved on earlier days.
    public let samples: [SavingsPace.Sample]
    /// What was owed on earlier days.
    public let balances: [BalancePoint]
    /// What repeats, with the person's own verdicts.
    public let audit: ExpenseAudit
    /// The months ahead and what is left to spend.
    public let forecast: Forecast
    /// Budgets against spending.
    public let budgets: BudgetProgress
    /// Goals, and what a month usually leaves.
    public let goals: GoalProgress
    /// What debts ask for.
    public let burden: DebtBurden
    /// How fast savings grow.
    public let pace: SavingsPace

    /// The ground of a snapshot. An analysis that is at hand already is taken as it is; it must be of this snapshot, in
    /// the month of its day.
    public init(
        of snapshot: Snapshot, samples: [SavingsPace.Sample] = [], balances: [BalancePoint] = [],
        audit: ExpenseAudit? = nil, forecast: Forecast? = nil, goals: GoalProgress? = nil
    ) {
        var snapshot = snapshot
        snapshot.month = Month(containing: snapshot.asOf)
        self.snapshot = snapshot
        self.samples = samples
        self.balances = balances
        self.audit = audit ?? ExpenseAudit(of: snapshot)
        self.forecast = forecast ?? Forecast(of: snapshot)
        self.goals = goals ?? GoalProgress(of: snapshot)
        budgets = BudgetProgress(of: snapshot)
        burden = DebtBurden(of: snapshot)
        pace = SavingsPace(of: samples, asOf: snapshot.asOf)
    }

    /// The day of the snapshot.
    public var today: Day { snapshot.today }
    /// Its month.
    public var month: Month { snapshot.month }

    /// The quarter of the year, for what would be a nuisance every month: `2026-Q4`.
    var quarter: String { "\(month.firstDay.description.prefix(4))-Q\((month.month + 2) / 3)" }

    /// A number of an insight; its id becomes unique in `Insight`.
    func figure(
        _ id: String, _ label: String, _ value: Figure.Value, in window: Month? = nil, _ basis: String
    ) -> Figure {
        snapshot.figure(id, label, value, in: window, basis: basis)
    }
}
