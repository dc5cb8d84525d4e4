public import Finance

/// The app's overview of the month and of the one before (contract 2.2 B). Money in pence; debts, budgets and goals are
/// never taken off what is left.
public struct MonthOverview: Sendable, Hashable {
    /// The snapshot's month.
    public let current: MonthTotals
    /// The month before.
    public let previous: MonthTotals
    /// Monthly targets of the goals that are still open.
    public let goalsMonthly: Money
    /// Change of expenses; nil when either month has no records to compare.
    public let growth: Growth?
    private let snapshot: Snapshot

    /// The overview of a snapshot.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        current = snapshot.thisMonth
        previous = snapshot.lastMonth
        goalsMonthly = snapshot.savings.monthly
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
                "coverage": .string(current.coverage.rawValue), "income": amount(\.income),
                "expenses": amount(\.expenses), "leftOver": amount(\.leftOver), "budget": amount(\.budget),
                "goalsMonthly": .money(goalsMonthly),
                "previousMonth": [
                    "month": .string(previous.month.description),
                    "expenses": previous.coverage == .none ? .null : .money(previous.expenses),
                ],
                "spendingGrowthPercent": .percent(orNull: growth?.percent),
            ])
    }

    private func amount(_ part: KeyPath<MonthTotals, Money>) -> JSON {
        current.coverage == .none ? .null : .money(current[keyPath: part])
    }

    private func totals(_ totals: MonthTotals, _ id: String) -> [Figure] {
        let rows: [(String, String, Money, Int?, String)] = [
            ("income", "Income", totals.income, totals.incomeCount, "all income dated in the month"),
            ("expenses", "Expenses", totals.expenses, totals.expenseCount, "all expenses dated in the month"),
            ("left", "Left over", totals.leftOver, nil, "income minus expenses"),
            ("budget", "Budgeted", totals.budget, totals.budgetCount, "own budgets of the month"),
        ]
        let words = totals.month.words
        let isEmpty = totals.coverage == .none
        return rows.map { key, label, money, records, basis in
            snapshot.figure(
                "\(id).\(key)", "\(label) in \(words)", isEmpty ? nil : .money(money), in: totals.month,
                records: records, coverage: totals.coverage, basis: isEmpty ? "no records for \(words)" : basis)
        }
    }

    private var goals: Figure {
        snapshot.figure(
            "goals.monthly", "Planned for saving goals each month", .money(goalsMonthly),
            coverage: snapshot.coverage(of: "savinggoals"), basis: "monthly targets of goals still open")
    }

    private var growthFigure: Figure {
        let percent = growth?.percent
        return snapshot.figure(
            "month.growth", "Change of expenses from \(previous.month.words) to \(current.month.words)",
            percent.map { .percent($0) }, in: current.month, coverage: current.coverage,
            basis: percent == nil ? "nothing to compare with in \(previous.month.words)" : "change on the month before")
    }
}
