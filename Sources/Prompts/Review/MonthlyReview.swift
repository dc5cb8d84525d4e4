import Analyses
public import Finance

/// The review of a calendar month: income, spending beside the month before and a usual month, budgets, goals, debts,
/// what changed, what is coming up.
///
/// Goals, debts and what is coming up stand as the records were read; of a month that has passed no older state is kept.
public struct MonthlyReview: Sendable, Hashable {
    /// The document.
    public let document: ReviewDocument

    /// The review of `month`, the snapshot's own unless given.
    public init(of snapshot: Snapshot, month: Month? = nil, care: CareConfig = .reviewed) {
        var shown = snapshot
        shown.month = month ?? snapshot.month
        // Household budgets were read for the snapshot's month alone.
        if shown.month != snapshot.month { shown.household = [] }
        let writer = MonthWriter(snapshot: shown, care: care)
        let standing = StandingSections(snapshot: shown, care: care)
        var last = ReportDraft(for: shown, care, knowing: [])
        document = ReviewDocument(
            kind: .monthly, title: "Your money in \(shown.month.words)", period: shown.month.description,
            asOf: shown.asOf, remarks: writer.remarks(last),
            sections: [
                writer.income(), writer.spending(), standing.budgets(), standing.goals(), standing.debts(),
                writer.changes(), standing.upcoming(),
            ], notice: last.disclaimer())
    }
}
