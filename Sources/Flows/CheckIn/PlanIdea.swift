import Analyses
import Finance

/// A step that the records suggest, by a fixed rule: something to look at or to keep to, never a product, and no money to
/// move beyond what the person has planned or owes already.
///
/// In this order, each at most once: a debt payment due within two weeks · a budget that is four fifths used, for needs one that is exceeded · entries
/// that look made twice · payments without a category · the month's part for a goal, where a usual month leaves it · a
/// goal whose monthly amount does not meet its date · what went to wants · then steps that need no records.
struct PlanIdea: Hashable {
    /// How far ahead a due date is looked for, days.
    static let dueWithin = 14
    /// Share of a budget from which it is looked at, per cent.
    static let leastUsed: Int64 = 80
    /// Payments without a category from which they are worth a look.
    static let leastUncategorised = 3

    /// What it is and of what; equal ideas have equal rules.
    let rule: String
    let text: String
    var figures: [Figure] = []
    /// A day of its own; nil for the plan's.
    var dueOn: Day?

    /// Ideas for a snapshot, best first, without those whose rule is in `open`.
    static func all(of snapshot: Snapshot, without open: Set<String>) -> [PlanIdea] {
        let goals = GoalProgress(of: snapshot)
        let found = [
            due(snapshot), budget(snapshot), doubled(snapshot), uncategorised(snapshot), goal(goals, snapshot),
            goalDate(goals, snapshot), wants(snapshot), firstIncome(snapshot),
        ]
        return (found.compactMap(\.self) + plain(snapshot)).filter { !open.contains($0.rule) }
    }

    private static func due(_ snapshot: Snapshot) -> PlanIdea? {
        let today = snapshot.today
        let coming = snapshot.openDebts.filter { $0.monthlyPayment > .zero }
            .compactMap { debt in debt.nextDue(from: today).map { (day: $0, debt: debt) } }
            .filter { $0.day <= today.advanced(by: dueWithin) }
        guard let next = coming.min(by: { ($0.day, $0.debt.id) < ($1.day, $1.debt.id) }) else { return nil }
        let (amount, name) = (next.debt.monthlyPayment, String.quoted(next.debt.name))
        return PlanIdea(
            rule: "due/\(next.debt.id)/\(next.day)",
            text: "Check that the \(amount) for \(name) is ready for \(next.day.words).",
            figures: [
                snapshot.figure("plan.due.amount", "Payment for \(name)", .money(amount), "as entered"),
                snapshot.figure("plan.due.day", "Next due day of \(name)", .day(next.day), "stored day, rolled on"),
            ], dueOn: next.day)
    }

    private static func budget(_ snapshot: Snapshot) -> PlanIdea? {
        let tight = BudgetProgress(of: snapshot).categories.filter { group in
            guard group.budgeted > .zero else { return false }
            // Needs such as rent use their budget by plan; they are worth a look only beyond it.
            return Bucket(category: group.name) == .needs
                ? group.spent > group.budgeted
                : group.spent.pence.holds(times: 100, group.budgeted.pence, times: leastUsed)
        }
        guard let most = tight.max(by: { ($0.spent - $0.budgeted, $1.name) < ($1.spent - $1.budgeted, $0.name) })
        else { return nil }
        let (name, month) = (String.quoted(most.name), snapshot.month)
        return PlanIdea(
            rule: "budget/\(month)/\(most.name)",
            text: "Look at the budget for \(name) once more: \(most.spent) of \(most.budgeted) is used in "
                + "\(month.words).",
            figures: [
                snapshot.figure(
                    "plan.budget.spent", "Spent for \(name) in \(month.words)", .money(most.spent),
                    "payments of that category", in: month),
                snapshot.figure(
                    "plan.budget.budgeted", "Budgeted for \(name) in \(month.words)", .money(most.budgeted),
                    "own budgets of the month", in: month),
            ])
    }

    private static func doubled(_ snapshot: Snapshot) -> PlanIdea? {
        let count = snapshot.suspectedDuplicates.count
        guard count > 0 else { return nil }
        let what = count == 1 ? "one group of entries that looks" : "\(count) groups of entries that look"
        return PlanIdea(
            rule: "doubled", text: "Check \(what) made twice.",
            figures: [
                snapshot.figure(
                    "plan.doubled", "Groups of entries that look made twice", .count(count),
                    "same name, amount and time")
            ])
    }

    private static func uncategorised(_ snapshot: Snapshot) -> PlanIdea? {
        let group = snapshot.spendingByCategory(in: snapshot.month).first { $0.name == nil }
        guard let group, group.count >= leastUncategorised else { return nil }
        let month = snapshot.month
        return PlanIdea(
            rule: "uncategorised/\(month)",
            text: "Give the \(group.count) payments of \(month.words) that have no category one; they come to "
                + "\(group.amount).",
            figures: [
                snapshot.figure(
                    "plan.uncategorised.count", "Payments without a category in \(month.words)", .count(group.count),
                    "as entered", in: month),
                snapshot.figure(
                    "plan.uncategorised.amount", "Sum of payments without a category in \(month.words)",
                    .money(group.amount), "as entered", in: month),
            ])
    }
}

extension Snapshot {
    func figure(
        _ id: String, _ label: String, _ value: Figure.Value, _ basis: String, in month: Month? = nil
    ) -> Figure {
        Figure(id: id, label: label, value: value, window: month?.description, asOf: asOf, basis: basis)
    }
}
