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
