public import Finance

/// The month's income against 50/30/20: what the budgets plan beside what was spent.
///
/// The plan is the person's own budgets of the month by category, as the app's budget chart counts them (contract 2.4).
/// The actual side is the month's expenses by resolved category, plus debt payments that are not among the expenses:
/// instalments are needs, extra payments stand with savings. Savings are what was paid in, not what goals aim at. A
/// category that is none of the three, and has no word from the person, is a slice of its own and never guessed.
public struct BudgetRule: Sendable, Hashable {
    /// Household budgets, shown apart from the split.
    public struct Household: Sendable, Hashable {
        /// Own household budgets of the month; they are part of the plan as well.
        public let own: Money
        /// The linked partner's; nil for a month other than the snapshot's, for which they are not read.
        public let partners: Money?
    }

    /// The month that is split.
    public let month: Month
    /// What the budgets plan.
    public let plan: BudgetSplit
    /// What was spent.
    public let actual: BudgetSplit
    /// Debt payments, and the expenses that already are one.
    public let debts: DebtPayments
    /// What is known not to change from month to month: needs labelled as repeating, and debt instalments.
    public let fixedCosts: Money
    /// A way from the actual split to the rule.
    public let transition: BudgetTransition
    /// Household budgets.
    public let household: Household
    /// The app's own chart of the month: budgets by its three exact names, and all of them together.
    public let chart: [Bucket?: Money]
    let snapshot: Snapshot

    /// The split of `month`, the snapshot's own unless given. `overrides` gives a part to categories the app does not
    /// know, by their exact name; the app's three names keep theirs.
    public init(of snapshot: Snapshot, month: Month? = nil, overrides: [String: Bucket] = [:]) {
        let month = month ?? snapshot.month
        let income = snapshot.totals(of: month).incomeIfAny
        let expenses = snapshot.expenses(in: month)
        let debts = DebtPayments(of: snapshot.debts, among: expenses)
        let sorted = SortedExpenses(expenses, debts, income, overrides)
        self.snapshot = snapshot
        self.month = month
        self.debts = debts
        plan = Self.plan(snapshot.budgets(in: month), income, overrides)
        chart = Self.chart(snapshot.budgets(in: month))
        actual = sorted.split
        fixedCosts = sorted.fixed
        household = Self.household(of: snapshot, in: month)
        transition = BudgetTransition(
            from: actual, fixedCosts: fixedCosts, after: month, reason: Self.reason(actual, month))
    }

    /// Why there are no shares; nil when there are.
    public var reason: String? { Self.reason(actual, month) }

    private static func reason(_ split: BudgetSplit, _ month: Month) -> String? {
        guard let income = split.income else { return "no income is recorded for \(month.words)" }
        guard income > .zero else { return "the income recorded for \(month.words) is not above zero" }
        return split.shares == nil ? "the income of \(month.words) is too small for shares" : nil
    }

    private static func plan(_ budgets: ArraySlice<Budget>, _ income: Money?, _ overrides: [String: Bucket])
        -> BudgetSplit
    {
        budgets.reduce(into: BudgetSplit(income: income)) { plan, budget in
            plan.add(budget.amount, to: Bucket(category: budget.category, overrides: overrides))
        }
    }

    private static func chart(_ budgets: ArraySlice<Budget>) -> [Bucket?: Money] {
        var chart: [Bucket?: Money] = [nil: budgets.total(\.amount)]
        for bucket in Bucket.allCases {
            chart[bucket] = budgets.filter { Bucket(category: $0.category) == bucket }.total(\.amount)
        }
        return chart
    }

    private static func household(of snapshot: Snapshot, in month: Month) -> Household {
        let own = snapshot.budgets(in: month).filter { $0.kind == .household }
        let partners = month == snapshot.month ? snapshot.household.filter(\.isPartners).total(\.amount) : nil
        return Household(own: own.total(\.amount), partners: partners)
    }
}

/// A month's expenses and debt payments, each in its part once.
private struct SortedExpenses {
    var split: BudgetSplit
    var fixed: Money

    init(
        _ expenses: ArraySlice<Expense>, _ debts: DebtPayments, _ income: Money?, _ overrides: [String: Bucket]
    ) {
        split = BudgetSplit(income: income)
        fixed = debts.instalments
        let matches = Dictionary(debts.matches.map { ($0.expense.id, $0) }) { first, _ in first }
        for expense in expenses {
            let match = matches[expense.id]
            let bucket = Bucket(category: expense.category, overrides: overrides)
            // The person's own category stands; only without one does being a debt's payment decide.
            let byDebt = bucket == nil ? match.map(DebtPayments.parts) : nil
            let parts: [(bucket: Bucket?, amount: Money)] = byDebt ?? [(bucket, expense.amount)]
            for part in parts {
                split.add(part.amount, to: part.bucket)
                let isFixed = match != nil || Cadence(expense.frequency) != nil
                if part.bucket == .needs && isFixed { fixed += part.amount }
            }
        }
        split.add(debts.instalments, to: .needs)
        split.add(debts.extras, to: .savings)
    }
}
