import Analyses
import Finance

/// What the records say a month takes, each payment once: a repeated payment that is a debt's payment counts as the debt.
struct KnownCosts {
    /// Full months whose spending says what is usual.
    static let months = 3
    /// Coming days of one series that are looked at; ten weeks of a weekly one.
    private static let days = 10

    var fixed: [BudgetDraft.Line] = []
    var usual: [BudgetDraft.Line] = []
    var goals: [BudgetDraft.Line] = []

    init(of snapshot: Snapshot, month: Month) {
        let past = (1...Self.months).map { month.advanced(by: -$0) }
        let debtPayments = Set(
            ([month] + past).flatMap { month in
                BudgetRule(of: snapshot, month: month).debts.matches.map(\.expense.id)
            })
        let series = ExpenseAudit(of: snapshot).series.filter { $0.source == .labelled }
            .filter { one in !(one.paid + one.entered).contains { !debtPayments.isDisjoint(with: $0.ids) } }
        fixed =
            Self.bounded(
                series.compactMap { Self.line($0, month, snapshot) }, else: "Other regular payments",
                category: Self.uncategorised)
            + Self.bounded(Self.debts(snapshot), else: "Other debts", category: Self.needs)
        let repeated = Set(series.flatMap { ($0.paid + $0.entered).flatMap(\.ids) })
        usual = Self.usual(snapshot, past, without: repeated.union(debtPayments))
        goals = Self.bounded(Self.goals(snapshot), else: "Other goals", category: Self.savings)
    }

    static let needs = "Essential(Needs)"
    static let wants = "Discretionary(Wants)"
    static let savings = "Savings"
    /// A budget must have a category; this one says that nobody named it.
    static let uncategorised = "Other"

    /// What a series takes in a month: paid and entered payments as they are, expected ones at its usual amount.
    private static func line(_ series: RecurringSeries, _ month: Month, _ snapshot: Snapshot) -> BudgetDraft.Line? {
        func falls(_ day: Day) -> Bool { (month.firstDay...month.lastDay).contains(day) }
        let known = (series.paid + series.entered).filter { falls($0.day) }
        let entered = Set(series.entered.map(\.day))
        let expected = series.nextDays(days).filter { falls($0) && !entered.contains($0) }
        let cost = known.total(\.amount) + expected.total { _ in series.amount }
        guard cost > .zero else { return nil }
        let ids = Set((series.paid + series.entered).flatMap(\.ids))
        let category = snapshot.expenses.last { ids.contains($0.id) && $0.category != nil }?.category
        return BudgetDraft.Line(
            name: series.name, category: category ?? uncategorised, source: .recurring, known: cost, amount: cost)
    }

    private static func debts(_ snapshot: Snapshot) -> [BudgetDraft.Line] {
        snapshot.openDebts.filter { $0.monthlyPayment > .zero }.map {
            BudgetDraft.Line(
                name: $0.name, category: needs, source: .debt, known: $0.monthlyPayment, amount: $0.monthlyPayment)
        }
    }

    private static func goals(_ snapshot: Snapshot) -> [BudgetDraft.Line] {
        snapshot.goals.filter { snapshot.isActive($0) && $0.monthlyTarget > .zero }.map {
            let asked = $0.target > $0.saved ? min($0.monthlyTarget, $0.target - $0.saved) : $0.monthlyTarget
            return BudgetDraft.Line(name: $0.name, category: savings, source: .goal, known: asked, amount: asked)
        }
    }

    /// The mean of past months in which anything was paid, by category; half a penny is rounded up.
    private static func usual(
        _ snapshot: Snapshot, _ past: [Month], without counted: Set<String>
    ) -> [BudgetDraft.Line] {
        let full = past.filter { !snapshot.expenses(in: $0).isEmpty }
        let payments = full.flatMap { snapshot.expenses(in: $0) }.filter {
            $0.amount > .zero && !counted.contains($0.id)
        }
        let count = Int64(max(1, full.count))
        let lines = Dictionary(grouping: payments) { $0.category ?? uncategorised }.map { category, payments in
            let mean = Money(pence: (payments.total(\.amount).pence * 2 + count) / (count * 2))
            return BudgetDraft.Line(
                name: title(category), category: category, source: .usual, known: mean, amount: mean)
        }
        return bounded(lines.filter { $0.known > .zero }, else: "Other spending", category: uncategorised)
    }

    private static func title(_ category: String) -> String {
        switch category {
        case needs: "Everyday needs"
        case wants: "Everyday wants"
        case uncategorised: "Other spending"
        default: category
        }
    }

    /// Dearest first; what is beyond the limit becomes one line, so that the sum stays.
    private static func bounded(_ lines: [BudgetDraft.Line], else name: String, category: String) -> [BudgetDraft.Line]
    {
        let sorted = lines.sorted { ($1.known, $0.name) < ($0.known, $1.name) }
        let rest = sorted.dropFirst(BudgetDraft.mostOfOneSource)
        guard let first = rest.first else { return sorted }
        let sum = rest.total(\.known)
        return sorted.prefix(BudgetDraft.mostOfOneSource)
            + [BudgetDraft.Line(name: name, category: category, source: first.source, known: sum, amount: sum)]
    }
}
