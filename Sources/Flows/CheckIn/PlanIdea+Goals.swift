import Analyses
import Finance

extension PlanIdea {
    /// The month's part for the first goal that a usual month leaves enough for.
    static func goal(_ goals: GoalProgress, _ snapshot: Snapshot) -> PlanIdea? {
        let row = goals.rows.first { $0.isFeasible == true && $0.isOnTrack == true && $0.goal.monthlyTarget > .zero }
        guard let row else { return nil }
        let (name, part) = (String.quoted(row.goal.name), min(row.goal.monthlyTarget, row.remaining))
        return PlanIdea(
            rule: "goal/\(row.goal.id)/\(snapshot.month)",
            text: "Put by the \(part) you planned for \(name) this month; \(row.remaining) is still missing.",
            figures: [
                snapshot.figure(
                    "plan.goal.part", "Planned each month for \(name)", .money(part), "its monthly target"),
                snapshot.figure(
                    "plan.goal.remaining", "Still missing for \(name)", .money(row.remaining), "target minus saved"),
            ])
    }

    /// The first open goal whose monthly amount does not meet its date.
    static func goalDate(_ goals: GoalProgress, _ snapshot: Snapshot) -> PlanIdea? {
        let row = goals.rows.first { $0.isOnTrack == false && $0.neededMonthly != nil }
        guard let row, let needed = row.neededMonthly else { return nil }
        let (name, planned) = (String.quoted(row.goal.name), row.goal.monthlyTarget)
        return PlanIdea(
            rule: "goal-date/\(row.goal.id)",
            text: "Look at the date or the monthly amount of \(name): its date takes \(needed) a month, "
                + "\(planned) is planned.",
            figures: [
                snapshot.figure(
                    "plan.goal-date.needed", "Needed each month for \(name)", .money(needed),
                    "what is missing, by its months left"),
                snapshot.figure(
                    "plan.goal-date.planned", "Planned each month for \(name)", .money(planned), "its monthly target"),
            ])
    }

    /// What went to wants in the month.
    static func wants(_ snapshot: Snapshot) -> PlanIdea? {
        let month = snapshot.month
        let wants = snapshot.spendingByCategory(in: month).filter { Bucket(category: $0.name) == .wants }
            .total(\.amount)
        guard wants > .zero else { return nil }
        return PlanIdea(
            rule: "wants/\(month)",
            text: "Choose one payment among the wants of \(month.words) to look at again; they come to \(wants).",
            figures: [
                snapshot.figure(
                    "plan.wants", "Payments for wants in \(month.words)", .money(wants), "categories of wants",
                    in: month)
            ])
    }

    static func firstIncome(_ snapshot: Snapshot) -> PlanIdea? {
        snapshot.thisMonth.incomeCount > 0
            ? nil
            : PlanIdea(
                rule: "income/\(snapshot.month)",
                text: "Enter what comes in for \(snapshot.month.words), so that the figures say more.")
    }

    /// Steps that need no records.
    static func plain(_ snapshot: Snapshot) -> [PlanIdea] {
        [
            PlanIdea(rule: "look", text: "Look at the month's figures once, on a day that suits you."),
            PlanIdea(
                rule: "worth", text: "Write down one payment that was worth its price, and one that was less so."),
            PlanIdea(rule: "coming-up", text: "Write down what is coming up next month that is not entered yet."),
        ]
    }
}
