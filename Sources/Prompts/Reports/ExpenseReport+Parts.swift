import Analyses
import Finance

// Wants beside the 30% that 50/30/20 gives them, and what has to be paid.
extension ExpenseReport {
    /// The share of wants in the income.
    mutating func discretionary() -> ReportInsight {
        ReportInsight(
            insight: wantsHeading(), suggestion: (wants() + unsorted("wants").bullets).lines, category: "Discretionary")
    }

    private var spentOnWants: Money { rule.actual.amount(of: .wants) ?? .zero }
    private var unknown: Money { rule.actual.amount(of: .unknown) ?? .zero }

    private mutating func wantsHeading() -> String {
        if spentOnWants == .zero { return "No expense is marked as a want" }
        guard rule.reason == nil else { return "Wants in \(words): \(draft.say("rule.actual.wants"))" }
        return "Wants take \(draft.say("rule.actual.wants.share")) of your income in \(words)"
    }

    private mutating func wants() -> [String] {
        if let reason = rule.reason {
            return ["As a share of income this is not known: \(reason)."] + largestWant().bullets
        }
        var lines = [
            "Wants in \(words): \(draft.say("rule.actual.wants")), \(draft.say("rule.actual.wants.share")) of income",
            "The 50/30/20 guide: up to \(draft.say("rule.target.wants.share")), "
                + "which is \(draft.say("rule.target.wants"))",
        ]
        if spentOnWants > .zero || unknown == .zero { lines.append(room()) }
        return (lines + largestWant()).bullets
    }

    private mutating func room() -> String {
        let difference = rule.difference(of: .wants) ?? .zero
        let isOver = difference > .zero
        let label = isOver ? "Wants above the guide in \(words)" : "Wants below the guide in \(words)"
        let amount = draft.say(
            "report.wants.\(isOver ? "above" : "below")", label, .money(difference.magnitude), in: rule.month,
            basis: "wants and their part of the income")
        return isOver ? "Above the guide by \(amount)" : "Below the guide by \(amount)"
    }

    private mutating func largestWant() -> [String] {
        largest(of: .wants).map { ["Largest want: \(said($0, "want"))"] } ?? []
    }

    /// What is in none of the three parts, so that nothing is guessed about it.
    private mutating func unsorted(_ part: String) -> [String] {
        guard unknown > .zero else { return [] }
        return [
            "Not sorted into needs, wants or savings: \(draft.say("rule.actual.unknown")), so \(part) may be higher"
        ]
    }

    /// What has to be paid, and the largest item that has not.
    mutating func priorities() -> ReportInsight {
        let needs = rule.actual.amount(of: .needs) ?? .zero
        let heading =
            needs == .zero
            ? "No expense is marked as essential" : "Essentials in \(words): \(draft.say("rule.actual.needs"))"
        return ReportInsight(
            insight: heading,
            suggestion: ((essentials(needs) + unsorted("essentials")).bullets + [bills()] + help()).lines,
            category: "Priority Expenses")
    }

    private mutating func essentials(_ needs: Money) -> [String] {
        var lines: [String] = []
        if needs > .zero, rule.reason == nil {
            lines.append("Share of income in \(words): \(draft.say("rule.actual.needs.share"))")
        }
        if rule.debts.instalments > .zero {
            lines.append("Debt instalments among them: \(draft.say("rule.instalments"))")
        }
        if rule.fixedCosts > .zero { lines.append("Known fixed costs among them: \(draft.say("rule.fixed"))") }
        return lines + [highest()]
    }

    private mutating func highest() -> String {
        if let item = largest(of: .wants) { return "Highest non-essential item: \(said(item, "want"))" }
        guard let item = largest(of: nil) else { return "Highest non-essential item: there is none" }
        return "Highest non-essential item: not known; the largest that is not sorted is \(said(item, "unsorted"))"
    }

    private mutating func bills() -> String {
        let names = draft.care.priorityDebts.map(\.name).listed
        return draft.fix("Missing these has heavier consequences than missing other bills: \(names).")
    }

    private mutating func help() -> [String] {
        guard month.current.incomeIfAny != nil, month.current.leftOver < .zero else { return [] }
        return ["If money does not stretch to all of them, free and confidential help is there:"] + draft.signposts()
    }

    private func largest(of bucket: Bucket?) -> Expense? {
        let payments = Set(rule.debts.matches.map(\.expense.id))
        return draft.snapshot.expenses(in: rule.month)
            .filter { Bucket(category: $0.category, overrides: overrides) == bucket && $0.amount > .zero }
            .filter { bucket != nil || !payments.contains($0.id) }
            .max { ($0.amount, $1.id) < ($1.amount, $0.id) }
    }

    private mutating func said(_ expense: Expense, _ key: String) -> String {
        let name = draft.name(expense.name)
        let amount = draft.say("report.largest.\(key)", "Spent on \(name)", .money(expense.amount), in: rule.month)
        return "\(name), \(amount)"
    }
}
