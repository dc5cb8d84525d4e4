import Analyses
import Finance

/// The sections of a review that are about how things stand when the records are read, whatever its period.
struct StandingSections {
    let snapshot: Snapshot
    let care: CareConfig

    private func draft(_ kind: ReviewSection.Kind, _ figures: [Figure]) -> SectionDraft {
        SectionDraft(kind, ReportDraft(for: snapshot, care, knowing: figures))
    }

    /// Own budgets of the snapshot's month.
    func budgets() -> ReviewSection {
        let progress = BudgetProgress(of: snapshot)
        let month = MonthOverview(of: snapshot)
        let words = month.current.month.words
        var part = draft(.budgets, progress.figures + month.figures)
        guard month.current.budgetCount > 0 else { return part.section("No budget is set for \(words).") }
        for place in progress.categories.prefix(4).indices {
            part.line("budget.category.\(place + 1).budgeted")
            part.line("budget.category.\(place + 1).spent")
        }
        let open =
            progress.uncategorised > .zero
            ? " Expenses of \(part.say("budget.uncategorised")) have no category and may belong to any of them." : ""
        return part.section("Your budgets for \(words) come to \(part.say("month.budget")).\(open)")
    }

    /// Every goal.
    func goals() -> ReviewSection {
        let progress = GoalProgress(of: snapshot)
        var part = draft(.goals, progress.figures + progress.outlook)
        guard !progress.rows.isEmpty else { return part.section("No saving goal is recorded.") }
        for row in progress.rows.prefix(4) {
            part.line("goal.\(row.goal.id).saved")
            part.line("goal.\(row.goal.id).target")
        }
        var words = "\(part.say("goals.saved")) of \(part.say("goals.target")) is saved towards all goals"
        if progress.neededMonthly != nil {
            words += "; reaching those with a date needs \(part.say("goals.needed")) each month"
        }
        return part.section(words + ".")
    }

    /// Every open debt.
    func debts() -> ReviewSection {
        let overview = DebtOverview(of: snapshot)
        var part = draft(.debts, overview.figures)
        guard !overview.rows.isEmpty else {
            return part.section(snapshot.debts.isEmpty ? "No debt is recorded." : "Nothing is owed any more.")
        }
        for row in overview.rows.prefix(ReviewSection.rows) { part.line("debt.\(row.debt.id).balance") }
        var words = "\(part.say("debts.balance")) is owed, and \(part.say("debts.payment")) is paid each month"
        if part.knows("debts.next_due") { words += "; the next payment is due on \(part.say("debts.next_due"))" }
        return part.section(words + ".")
    }

    /// Payments entered for the next weeks.
    func upcoming() -> ReviewSection {
        let payments = UpcomingPayments(of: snapshot)
        var part = draft(.upcoming, payments.figures)
        guard part.knows("upcoming.total") else { return part.section("No payment is entered for the coming weeks.") }
        for payment in payments.rows.prefix(ReviewSection.rows) { part.line("upcoming.\(payment.id)") }
        let days = part.draft.say(
            "upcoming.days", "Days looked ahead", .count(UpcomingPayments.days), basis: "from the day after the records"
        )
        return part.section("Payments of \(part.say("upcoming.total")) are entered for the next \(days) days.")
    }
}
