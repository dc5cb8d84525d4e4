import Analyses
import Finance

/// Writes the sections that are about the month itself.
struct MonthWriter {
    let snapshot: Snapshot
    let care: CareConfig
    private let overview: MonthOverview

    init(snapshot: Snapshot, care: CareConfig) {
        self.snapshot = snapshot
        self.care = care
        overview = MonthOverview(of: snapshot)
    }

    private var words: String { snapshot.month.words }
    private var before: String { snapshot.month.previous.words }

    private func draft(_ kind: ReviewSection.Kind, _ figures: [Figure]) -> SectionDraft {
        SectionDraft(kind, ReportDraft(for: snapshot, care, knowing: figures))
    }

    func remarks(_ draft: ReportDraft) -> [String] {
        let isRunning = snapshot.month.contains(snapshot.asOf)
        let running =
            isRunning ? ["\(words) is not over: records dated until its end are counted, later ones may follow."] : []
        return running + draft.remarks(on: "incomes", "expenses", "budgets", "debts", "savinggoals")
    }

    func income() -> ReviewSection {
        var part = draft(.income, overview.figures)
        guard part.knows("month.income") else { return part.section("No income is recorded for \(words).") }
        part.always("last_month.income")
        let left = part.knows("month.left") ? left(&part) : ""
        return part.section("Your income in \(words) is \(part.say("month.income")).\(left)")
    }

    private func left(_ part: inout SectionDraft) -> String {
        guard overview.current.leftOver < .zero else { return " Left over is \(part.say("month.left"))." }
        return " The month is \(part.draft.magnitude("month.left")) short."
    }

    func spending() -> ReviewSection {
        let usual = UsualMonth(of: snapshot, before: snapshot.month)
        let parts = SpendingBreakdown(of: snapshot)
        var part = draft(.spending, overview.figures + usual.figures + parts.figures)
        guard part.knows("month.expenses") else { return part.section("No expense is recorded for \(words).") }
        part.always("last_month.expenses")
        part.always("month.usual")
        for place in parts.categories.prefix(5).indices { part.line("spending.category.\(place + 1)") }
        var text = "Your expenses in \(words) are \(part.say("month.expenses"))"
        text += part.knows("month.growth") ? "; \(growth(&part))" : "; there is no month before to compare with"
        return part.section(text + ".")
    }

    /// The change in words that say which way it goes.
    private func growth(_ part: inout SectionDraft) -> String {
        let percent = overview.growth?.percent ?? 0
        if percent == 0 { return "the same as in \(before)" }
        return "the change from \(before) is \(part.say("month.growth"))"
    }

    func changes() -> ReviewSection {
        let comparison = MonthComparison(snapshot.month.previous, snapshot.month, in: snapshot)
        var part = draft(.changes, comparison.figures)
        guard part.knows("compare.expenses.difference") else {
            return part.section("There is nothing to compare \(words) with.")
        }
        let changed = comparison.changes.prefix(Review.rows).enumerated().filter { $0.element.difference != .zero }
        for (place, _) in changed.prefix(5) { part.line("compare.category.\(place + 1).difference") }
        guard comparison.later.expenses != comparison.earlier.expenses else {
            return part.section("Expenses are the same in \(before) and \(words).")
        }
        let way = comparison.later.expenses > comparison.earlier.expenses ? "more" : "less"
        let gap = part.draft.magnitude("compare.expenses.difference")
        return part.section("Expenses are \(gap) \(way) in \(words) than in \(before).")
    }
}
