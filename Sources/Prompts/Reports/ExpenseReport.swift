import Analyses
import Finance

/// The report on one month's expenses: four points, in the order that clients of the old service know.
struct ExpenseReport {
    let month: MonthOverview
    let spending: SpendingMonth
    let audit: ExpenseAudit
    let rule: BudgetRule
    let overrides: [String: Bucket]
    var draft: ReportDraft

    /// The words, or that nothing is recorded for the month.
    static func words(of snapshot: Snapshot, _ overrides: [String: Bucket], _ care: CareConfig) -> ReportWords {
        let month = MonthOverview(of: snapshot)
        let spending = SpendingMonth(of: snapshot)
        let audit = ExpenseAudit(of: snapshot)
        let rule = BudgetRule(of: snapshot, overrides: overrides)
        let known = month.figures + spending.figures + spending.breakdown.figures + audit.figures + rule.figures
        var report = ExpenseReport(
            month: month, spending: spending, audit: audit, rule: rule, overrides: overrides,
            draft: ReportDraft(for: snapshot, care, knowing: known))
        let analysis: JSON = ["spending": spending.json, "recurring": audit.json]
        guard spending.totals.expenseCount > 0 else {
            return ReportWords(
                summary: ReportKind.expense.noData, insights: [], analysis: analysis, draft: report.draft)
        }
        let summary = report.summary()
        let insights = [
            report.subscriptions(), report.duplicates(), report.discretionary(), report.priorities(),
        ]
        return ReportWords(summary: summary, insights: insights, analysis: analysis, draft: report.draft)
    }

    var words: String { spending.month.words }

    private mutating func summary() -> String {
        var sentences = [draft.addressed("you have \(draft.say("month.expenses")) of expenses in \(words)\(change()).")]
        sentences += [leftOver(), largest()]
        let today = draft.snapshot.today
        if draft.snapshot.expenses(in: spending.month).contains(where: { Day($0.fallsOn) > today }) {
            sentences.append("Payments still to come this month are included.")
        }
        sentences += draft.remarks(on: "expenses", "incomes")
        return [sentences.joined(separator: " "), draft.disclaimer()].lines
    }

    /// How the month compares with the one before.
    private mutating func change() -> String {
        let before = spending.month.previous.words
        let previous = draft.say("spending.previous")
        guard let percent = spending.growth.percent else {
            return "; nothing is recorded for \(before) to compare with"
        }
        guard percent != 0 else { return ", as much as the \(previous) in \(before)" }
        let printed = draft.share("spending.growth")
        return ", \(printed) \(percent > 0 ? "more" : "less") than the \(previous) in \(before)"
    }

    private mutating func leftOver() -> String {
        guard month.current.incomeIfAny != nil else {
            return "No income is recorded for \(words), so what is left is not known."
        }
        let income = "Income in \(words) is \(draft.say("month.income"))"
        guard month.current.leftOver < .zero else {
            return "\(income), so \(draft.say("month.left")) is left; "
                + "debt payments and savings that are not among your expenses still come off that."
        }
        return "\(income), so you are \(draft.magnitude("month.left")) short this month."
    }

    private mutating func largest() -> String {
        let items = spending.top.enumerated().map { place, part in
            "\(draft.name(part.title)) (\(draft.say("spending.top.\(place + 1)")))"
        }
        return items.count == 1 ? "All of it is \(items[0])." : "The largest are \(items.listed)."
    }
}

extension ReportDraft {
    /// A percentage without its sign, for words that say which way it goes.
    mutating func share(_ id: String) -> String {
        let printed = say(id)
        return printed.hasPrefix("-") ? String(printed.dropFirst()) : printed
    }
}
