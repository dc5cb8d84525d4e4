import Finance

extension InsightGenerator {
    /// From the 15th on: every budgeted category has used no larger share than has passed of the month, and all payments
    /// without a category would still fit.
    static let budgetOnTrack = InsightGenerator(.budgetOnTrack) { ground in
        let progress = BudgetsTogether(ground.budgets)
        guard ground.today.day >= BudgetsTogether.firstDay, progress.holds(on: ground.today, in: ground.month) else {
            return []
        }
        return [progress.insight(in: ground)]
    }
}

/// All budgeted categories of a month.
struct BudgetsTogether {
    /// Before this day of the month there is little to be on track with.
    static let firstDay = 15

    let categories: [BudgetProgress.Category]
    let uncategorised: Money
    var budgeted: Money { categories.total(\.budgeted) }
    var spent: Money { categories.total(\.spent) }

    init(_ budgets: BudgetProgress) {
        categories = budgets.categories
        uncategorised = budgets.uncategorised
    }

    func holds(on today: Day, in month: Month) -> Bool {
        spent > .zero && budgeted >= BudgetProgress.Category.leastBudget && spent + uncategorised <= budgeted
            && categories.allSatisfy { $0.evenDay(in: month) <= today.day }
    }

    func insight(in ground: InsightGround) -> Insight {
        let month = ground.month
        let left = budgeted - spent
        let count = categories.count
        let all = count == 1 ? "the one budgeted category is" : "each of the \(count) budgeted categories is"
        return Insight(
            kind: .budgetOnTrack, subject: "all", period: month.description,
            title: "Budgets of \(month.words) are on track",
            text: "In \(month.words), \(all) within plan for the days passed: \(spent) of \(budgeted) is spent or "
                + "entered, \(left) is left.",
            figures: [
                ground.figure(
                    "spent", "Spent or entered against all budgets in \(month.words)", .money(spent),
                    in: month, "payments of budgeted categories"),
                ground.figure(
                    "budgeted", "Budgeted in \(month.words)", .money(budgeted), in: month,
                    "own budgets with a category"),
                ground.figure(
                    "left", "Left of all budgets in \(month.words)", .money(left), in: month,
                    "budgeted minus spent"),
            ], impact: .zero, bucket: 1, expiresOn: month.next.firstDay)
    }
}
