public import Finance

/// The app's overview of the month and of the one before (contract 2.2 B). Money in pence; debts, budgets and goals are
/// never taken off what is left.
public struct MonthOverview: Sendable, Hashable {
    /// The snapshot's month.
    public let current: MonthTotals
    /// The month before.
    public let previous: MonthTotals
    /// Monthly targets of the goals that are still open; nil without any goal.
    public let goalsMonthly: Money?
    /// Change of expenses; nil when either month has no records to compare.
    public let growth: Growth?
    private let snapshot: Snapshot

    /// The overview of a snapshot.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        current = snapshot.thisMonth
        previous = snapshot.lastMonth
        goalsMonthly = snapshot.goals.isEmpty ? nil : snapshot.savings.monthly
        growth = current.coverage == .none || previous.coverage == .none ? nil : snapshot.spendingGrowth
    }

    /// Income minus expenses of the month; nil without records.
    public var leftOver: Money? { current.coverage == .none ? nil : current.leftOver }

    /// Every number of the overview.
    public var figures: [Figure] {
        totals(current, "month") + [goals] + totals(previous, "last_month") + [growthFigure]
    }

    /// The overview for display.
    public var card: Card {
        Card(
            kind: .month, title: "Your money in \(current.month.words)",
            data: [
                "month": .string(current.month.description), "asOf": .string(snapshot.asOf.rfc3339),
                "coverage": .string(current.coverage.rawValue), "income": .money(orNull: current.incomeIfAny),
                "expenses": .money(orNull: current.expensesIfAny), "leftOver": .money(orNull: leftOver),
                "budget": .money(orNull: current.budgetIfAny), "goalsMonthly": .money(orNull: goalsMonthly),
                "previousMonth": [
                    "month": .string(previous.month.description),
                    "expenses": .money(orNull: previous.expensesIfAny),
                ],
                "spendingGrowthPercent": .percent(orNull: growth?.percent),
            ])
    }

    private func totals(_ totals: MonthTotals, _ id: String) -> [Figure] {
        let left = totals.coverage == .none ? nil : totals.leftOver
        let rows: [(String, String, Money?, Int?, Coverage, String)] = [
            (
                "income", "Income", totals.incomeIfAny, totals.incomeCount, snapshot.coverage(of: "incomes"),
                "all income dated in the month"
            ),
            (
                "expenses", "Expenses", totals.expensesIfAny, totals.expenseCount, snapshot.coverage(of: "expenses"),
                "all expenses dated in the month"
            ),
            ("left", "Left over", left, nil, snapshot.coverage(of: "incomes", "expenses"), "income minus expenses"),
            (
                "budget", "Budgeted", totals.budgetIfAny, totals.budgetCount, snapshot.coverage(of: "budgets"),
                "own budgets of the month"
            ),
        ]
        let words = totals.month.words
        return rows.map { key, label, money, records, coverage, basis in
            snapshot.figure(
                "\(id).\(key)", "\(label) in \(words)", money.map { .money($0) }, in: totals.month, records: records,
                coverage: money == nil ? .none : coverage,
                basis: money == nil ? "nothing recorded for \(words)" : basis)
        }
    }

    private var goals: Figure {
        snapshot.figure(
            "goals.monthly", "Planned for saving goals each month", goalsMonthly.map { .money($0) },
            coverage: goalsMonthly == nil ? .none : snapshot.coverage(of: "savinggoals"),
            basis: goalsMonthly == nil ? "no saving goals" : "monthly targets of goals still open")
    }

    private var growthFigure: Figure {
        let percent = growth?.percent
        return snapshot.figure(
            "month.growth", "Change of expenses from \(previous.month.words) to \(current.month.words)",
            percent.map { .percent($0) }, in: current.month, coverage: current.coverage,
            basis: percent == nil ? "nothing to compare with in \(previous.month.words)" : "change on the month before")
    }
}
