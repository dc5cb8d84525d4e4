import Analyses
public import Finance

/// The review of an ISO week: income, spending beside the week before and a usual week, then how budgets, goals and
/// debts stand, what changed by category and what is coming up. Around New Year a week may belong to another calendar
/// year than some of its days; its period says so, `2026-W53`.
public struct WeeklyReview: Sendable, Hashable {
    /// The document.
    public let document: ReviewDocument

    /// The review of `week`, the one that holds the snapshot's day unless given. Budgets are those of the month in which
    /// the week ends, or of the running month where that is earlier.
    public init(of snapshot: Snapshot, week: ISOWeek? = nil, care: CareConfig = .reviewed) {
        let week = week ?? ISOWeek(containing: snapshot.today)
        let month = Month(containing: min(week.lastDay, snapshot.today).start)
        var shown = snapshot
        shown.month = month
        if month != snapshot.month { shown.household = [] }
        let writer = WeekWriter(snapshot: shown, summary: WeeklySummary(of: shown, week: week), care: care)
        let standing = StandingSections(snapshot: shown, care: care)
        var last = ReportDraft(for: shown, care, knowing: [])
        document = ReviewDocument(
            kind: .weekly, title: "Your week, \(week.words)", period: week.description, asOf: shown.asOf,
            remarks: writer.remarks(last),
            sections: [
                writer.income(), writer.spending(), standing.budgets(), standing.goals(), standing.debts(),
                writer.changes(), standing.upcoming(),
            ], notice: last.disclaimer())
    }
}

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
        for id in ["weekly.previous", "weekly.previous_same_days", "weekly.usual", "weekly.expenses_to_come"] {
            if id != "weekly.previous_same_days" || summary.isRunning { part.line(id) }
        }
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
