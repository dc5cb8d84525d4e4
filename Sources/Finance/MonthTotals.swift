/// Whether a figure stands on records.
public enum Coverage: String, Sendable, Hashable, Codable {
    /// There is no record it could come from: missing, not zero.
    case none
    /// Some records of the kind could not be read; `Snapshot.skipped` names them.
    case partial
    /// Every record of the kind was read.
    case full
}

/// The app's overview of one month (contract 2.2 B), to the penny.
public struct MonthTotals: Sendable, Hashable {
    /// The month that is summed.
    public var month: Month
    /// Receipts dated in the month, of every frequency.
    public var income: Money
    /// Payments dated in the month, of every frequency.
    public var expenses: Money
    /// Own budgets of the month, both kinds; the partner's are never in it.
    public var budget: Money
    /// Number of receipts.
    public var incomeCount: Int
    /// Number of payments.
    public var expenseCount: Int
    /// Number of budgets.
    public var budgetCount: Int
    /// `.none` when the month has neither a receipt nor a payment nor a budget.
    public var coverage: Coverage

    /// Income minus expenses and nothing else; negative in a deficit.
    public var leftOver: Money { income - expenses }
    /// The income, nil when none is recorded: missing, not zero.
    public var incomeIfAny: Money? { incomeCount > 0 ? income : nil }
    /// The expenses, nil when none is recorded.
    public var expensesIfAny: Money? { expenseCount > 0 ? expenses : nil }
    /// The budgets, nil when none is recorded.
    public var budgetIfAny: Money? { budgetCount > 0 ? budget : nil }
}

extension Snapshot {
    /// Receipts of a month, oldest first.
    public func incomes(in month: Month) -> ArraySlice<Income> { incomes.occurring(in: month) }
    /// Payments of a month, oldest first.
    public func expenses(in month: Month) -> ArraySlice<Expense> { expenses.occurring(in: month) }
    /// Own budgets of a month, oldest first.
    public func budgets(in month: Month) -> ArraySlice<Budget> { budgets.occurring(in: month) }

    /// The overview of any month.
    public func totals(of month: Month) -> MonthTotals {
        let receipts = incomes(in: month)
        let payments = expenses(in: month)
        let allocations = budgets(in: month)
        let isEmpty = receipts.isEmpty && payments.isEmpty && allocations.isEmpty
        return MonthTotals(
            month: month, income: receipts.total(\.amount), expenses: payments.total(\.amount),
            budget: allocations.total(\.amount), incomeCount: receipts.count, expenseCount: payments.count,
            budgetCount: allocations.count,
            coverage: isEmpty ? .none : coverage(of: "incomes", "expenses", "budgets"))
    }

    /// The overview of the snapshot's month.
    public var thisMonth: MonthTotals { totals(of: month) }
    /// The overview of the month before.
    public var lastMonth: MonthTotals { totals(of: month.previous) }

    /// `.partial` when a remark says that a record of one of these collections was left out or only partly read.
    /// An amount rounded to the penny or a name cut short loses nothing of a sum and does not count.
    public func coverage(of collections: String...) -> Coverage {
        let isTouched = skipped.contains { remark in
            collections.contains(remark.collection) && !remark.isHarmless || remark.collection.isEmpty
        }
        return isTouched ? .partial : .full
    }
}
