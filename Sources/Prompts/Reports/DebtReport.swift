import Analyses
import Finance

/// The report on debts: three points, titled as clients of the old service know them. Both orders are priced and neither
/// is named the right one; bills with the heaviest consequences are asked about before any order is shown.
struct DebtReport {
    /// The three titles, in order.
    static let titles = ["Debt Avalanche Method", "Debt Snowball Method", "Consolidation or Refinancing"]
    /// A share of the income, in per cent, from which debt payments bring up where help is.
    static let strainedFrom = 40.0

    let month: MonthOverview
    let debts: DebtOverview
    let plan: DebtPlan
    /// The plan with a little more each month; nil where a month does not leave it.
    let example: DebtPlan?
    var draft: ReportDraft

    /// The words, or that no debt is recorded.
    static func words(of snapshot: Snapshot, _ care: CareConfig) -> ReportWords {
        let (month, debts) = (MonthOverview(of: snapshot), DebtOverview(of: snapshot))
        let plan = DebtPlan(of: snapshot)
        var report = DebtReport(
            month: month, debts: debts, plan: plan, example: plan.withMore(left: month.current, in: snapshot),
            draft: ReportDraft(for: snapshot, care, knowing: month.figures + debts.figures + plan.figures))
        guard !debts.rows.isEmpty else {
            let summary = snapshot.debts.isEmpty ? ReportKind.debt.noData : report.cleared()
            return ReportWords(summary: summary, insights: [], analysis: plan.json, draft: report.draft)
        }
        let summary = report.summary()
        let insights = [report.avalanche(), report.snowball(), report.consolidation()]
        return ReportWords(summary: summary, insights: insights, analysis: plan.json, draft: report.draft)
    }

    private func cleared() -> String {
        draft.addressed("nothing is owed any more on the debts you entered. That is worth being glad about.")
    }

    private mutating func summary() -> String {
        let text =
            [left(), owed()] + [growing(), outlook(), leftOut()].compactMap(\.self)
            + draft.remarks(on: "debts", "incomes")
        return ([text.joined(separator: " ")] + strain() + [draft.disclaimer()]).lines
    }

    private mutating func left() -> String {
        let words = month.current.month.words
        guard month.current.incomeIfAny != nil else {
            return draft.addressed("no income is recorded for \(words), so what is left is not known.")
        }
        let income = "income in \(words) is \(draft.say("month.income"))"
        guard month.current.expensesIfAny != nil else {
            return draft.addressed("your \(income); no expenses are recorded, so what is left is not known.")
        }
        let spent = "expenses are \(draft.say("month.expenses"))"
        guard month.current.leftOver >= .zero else {
            return draft.addressed("your \(income) and \(spent), so you are \(draft.magnitude("month.left")) short.")
        }
        return draft.addressed(
            "your \(income) and \(spent), so \(draft.say("month.left")) is left. Debt payments come off that where they "
                + "are not among your expenses.")
    }

    private mutating func owed() -> String {
        let one = debts.rows.count == 1
        let count = one ? "one debt" : "\(draft.say("debts.count")) debts"
        return
            "You owe \(draft.say("debts.balance")) on \(count) and pay \(draft.say("debts.payment")) a month towards "
            + (one ? "it." : "them.")
    }

    /// What the minimum payments alone come to.
    private mutating func outlook() -> String? {
        guard let alone = plan.plans[.minimumOnly] else { return nil }
        let more = "Anything paid beyond the minimum shortens the time; this report shows by how much."
        guard alone.clears else { return more }
        return
            "With these payments alone the last is made by \(draft.say("plan.minimum_only.by")), and the Capital Loss "
            + "(interest) until then is \(draft.say("plan.minimum_only.interest")). \(more)"
    }

    /// Debts that never clear, with the payment from which they do.
    private mutating func growing() -> String? {
        guard !plan.neverClears.isEmpty else { return nil }
        let lines = plan.neverClears.prefix(3).map { debt in
            draft.fix(
                "At \(draft.payment(of: debt)) a month \(draft.name(debt.name)) is never cleared: its interest alone is "
                    + "\(draft.say("plan.debt.\(debt.id).interest")) a month, and its balance falls only from a payment "
                    + "of \(draft.say("plan.debt.\(debt.id).break_even")).")
        }
        return lines.joined(separator: " ")
    }

    /// Debts no plan covers, each with what to ask.
    private mutating func leftOut() -> String? {
        guard !plan.portfolio.leftOut.isEmpty else { return nil }
        let lines = plan.portfolio.leftOut.prefix(3).map { row in
            "\(draft.name(row.debt.name)) (\(draft.balance(of: row.debt)) owed) is not part of the sums, because "
                + "\(row.reason.rawValue)."
        }
        let more = plan.portfolio.leftOut.count > 3 ? ["Others are left out for like reasons."] : []
        return (lines + more).joined(separator: " ")
    }

    /// Where help is, when the figures say that payments may be hard to keep up with.
    private mutating func strain() -> [String] {
        let share = debts.debtToIncome?.percent
        let isShort = month.current.incomeIfAny != nil && month.current.leftOver < .zero
        guard isShort || !plan.neverClears.isEmpty || (share ?? 0) >= Self.strainedFrom else { return [] }
        let help = draft.care.signpost("stepchange").map { ": \($0.line)" } ?? ""
        return [draft.fix("If payments are hard to keep up with, free and confidential help is there\(help).")]
    }
}

extension DebtPlan {
    /// What the example adds each month; the smaller one where the larger does not fit.
    static let examples = [Money(pence: 50_00), Money(pence: 10_00)]

    /// The plan with an example of more money, out of what a month leaves after debt payments.
    fileprivate func withMore(left totals: MonthTotals, in snapshot: Snapshot) -> DebtPlan? {
        guard totals.incomeIfAny != nil, totals.expensesIfAny != nil, !portfolio.planned.isEmpty else { return nil }
        let room = totals.leftOver - snapshot.debtTotals.monthlyPayment - extra.monthly
        guard let more = Self.examples.first(where: { $0 <= room }) else { return nil }
        return DebtPlan(of: snapshot, Options(extra: extra.monthly + more))
    }
}

extension ReportDraft {
    /// The balance of a debt, by its own figure where it has one.
    mutating func balance(of debt: Debt) -> String {
        say("debt.\(debt.id).balance", "Balance of \(name(debt.name))", .money(debt.balance))
    }

    /// The payment of a debt that never clears.
    mutating func payment(of debt: NeverClearing) -> String {
        say("debt.\(debt.id).payment", "Monthly payment of \(name(debt.name))", .money(debt.payment))
    }
}
