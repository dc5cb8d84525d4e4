import Analyses
import Finance

extension CoachAnswer {
    mutating func sayGoals() {
        let goals = review.goals
        guard !goals.rows.isEmpty else {
            return say("No saving goal is recorded. Add one in the app, with a target and a date, and ask me again.")
        }
        if let row = CoachSubject.find(in: goals.rows, named: \.goal.name, question) {
            say("- " + Self.line(row))
            return show(.goals)
        }
        say("You have saved \(goals.totals.saved) towards \(goals.totals.target) over all your goals.")
        list(goals.rows) { Self.line($0) }
        show(.goals)
    }

    /// One goal on a line.
    static func line(_ row: GoalProgress.Row) -> String {
        let goal = row.goal
        var parts = ["\(goal.saved) of \(goal.target) (\(goal.completion.percentText))"]
        if goal.isCompleted {
            parts.append("reached, well done")
        } else if row.isOverdue {
            parts.append("its date has passed with \(row.remaining) to go")
        } else if let needed = row.neededMonthly, let end = goal.completesOn {
            parts.append("\(needed) a month needed until \(Day(end).words)")
            if needed > goal.monthlyTarget { parts.append("more than the \(goal.monthlyTarget) you plan") }
        } else {
            parts.append("no date, so what it needs a month is not known")
        }
        return "\(String.quoted(goal.name)): " + parts.joined(separator: ", ")
    }

    mutating func sayBudgets() {
        let budgets = review.budgets
        guard !budgets.rows.isEmpty else {
            return say(
                "No budget is recorded for \(month). Add one in the app and I can hold your spending against it.")
        }
        let budgeted = review.month.current.budget
        say("Your budgets in \(month) come to \(budgeted), against expenses of \(review.month.current.expenses).")
        list(budgets.categories) { category in
            let used = category.used.map { " (\($0.percentText))" } ?? ""
            return "\(String.plain(category.name)): \(category.spent) of \(category.budgeted)\(used)"
        }
        let tracked = budgets.rows.filter { $0.spent != nil }
        if !tracked.isEmpty {
            say("Budgets with expenses entered against them:")
            list(tracked) { row in
                let over = row.left.map { $0 < .zero ? ", \($0.magnitude) over" : ", \($0) left" } ?? ""
                return "\(String.quoted(row.budget.name)): \(row.spent ?? .zero) of \(row.budget.amount)\(over)"
            }
        }
        if budgets.uncategorised > .zero {
            say("Expenses of \(budgets.uncategorised) have no category and may belong to any of them.")
        }
        show(.budgets)
    }

    mutating func sayHousehold() {
        guard snapshot.person.partnerID != nil || !snapshot.household.isEmpty else {
            return say("No partner is linked to your account and no household budget is recorded for \(month).")
        }
        if !isCurrentMonth {
            return say("I can see household budgets of the current month only; ask me without naming another month.")
        }
        guard !snapshot.household.isEmpty else { return say("No household budget is recorded for \(month).") }
        say("Household budgets in \(month):")
        list(snapshot.household) { budget in
            "\(String.quoted(budget.name)): \(budget.amount) (\(budget.isPartners ? "your partner's" : "yours"))"
        }
        say("Household budgets are all I can see of a partner; your totals never include your partner's.")
        show(.budgets)
    }
}
