import Analyses
import Finance

/// Writes the sections that are about the week itself.
struct WeekWriter {
    let snapshot: Snapshot
    let summary: WeeklySummary
    let care: CareConfig

    private func draft(_ kind: ReviewSection.Kind, _ figures: [Figure]) -> SectionDraft {
        SectionDraft(kind, ReportDraft(for: snapshot, care, knowing: figures))
    }

    private var days: String { summary.isRunning ? "so far this week" : "in this week" }

    func remarks(_ draft: ReportDraft) -> [String] {
        let running =
            summary.isRunning ? ["The week is not over: it is held against the same days of the one before."] : []
        return running + draft.remarks(on: "incomes", "expenses", "budgets", "debts", "savinggoals")
    }

    func income() -> ReviewSection {
        var part = draft(.income, summary.figures)
        part.line("weekly.income_to_come")
        guard part.knows("weekly.income") else { return part.section("No income is recorded \(days).") }
        return part.section("Your income \(days) is \(part.say("weekly.income")).")
    }

    func spending() -> ReviewSection {
        var part = draft(.spending, summary.figures)
        part.always("weekly.previous")
        if summary.isRunning { part.always("weekly.previous_same_days") }
        part.always("weekly.usual")
        part.line("weekly.expenses_to_come")
        for place in summary.categories.prefix(WeeklySummary.rows).indices { part.line("weekly.category.\(place + 1)") }
        guard part.knows("weekly.expenses") else { return part.section("No expense is recorded \(days).") }
        let spent = "You spent \(part.say("weekly.expenses")) \(days)"
        guard part.knows("weekly.change") else { return part.section(spent + ".") }
        let before = summary.isRunning ? "on the same days of the week before" : "on the week before"
        return part.section("\(spent); the change \(before) is \(part.say("weekly.change")).")
    }

    func changes() -> ReviewSection {
        let comparison = WeekComparison(of: snapshot, week: summary.week)
        var part = draft(.changes, comparison.figures)
        for place in comparison.changes.prefix(WeeklySummary.rows).indices {
            part.line("weekly.change.\(place + 1).difference")
        }
        guard !comparison.changes.isEmpty else {
            return part.section("Nothing changed by category on the week before.")
        }
        let days = summary.isRunning ? ", up to the same day" : ""
        return part.section("These categories changed most on the week before\(days).")
    }
}
