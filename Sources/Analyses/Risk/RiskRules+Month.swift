import Finance

extension RiskRule {
    /// Months looked at for cash flow and runway: the snapshot's and the two before, the running one as recorded so far.
    static let monthsLookedAt = 3

    /// Months with more out than in. A month without recorded income is not judged: missing is not zero.
    static func negativeMonths(_ months: [MonthTotals]) -> RiskRule {
        let scale = RiskScale.negativeMonths
        let judged = months.filter { $0.incomeCount > 0 }
        let negative = judged.filter { $0.leftOver < .zero }
        let detail = negative.map { "\($0.month.words) \($0.leftOver)" }.joined(separator: ", ")
        let text =
            judged.isEmpty
            ? "No income is recorded in any of the last \(months.count) months."
            : "\(negative.count) of \(judged.count) months with recorded income"
                + (negative.isEmpty ? "." : ": \(detail).")
        return RiskRule(
            .negativeMonths, input: judged.isEmpty ? nil : .count(negative.count),
            threshold: scale.words { "\($0)" }, contribution: scale.points(at: Int64(negative.count)), most: scale.most,
            explanation: text,
            details: negative.map {
                Detail($0.month.description, "Left over in \($0.month.words)", .money($0.leftOver))
            })
    }

    /// Spending above the budgets of the categories that have one; exactly the whole budget is used, not over.
    static func budgetOverrun(_ progress: BudgetProgress) -> RiskRule {
        let scale = RiskScale.budgetOverrun
        let budgeted = progress.categories.total(\.budgeted)
        let over = progress.categories.total { max($0.spent - $0.budgeted, .zero) }
        let share = over.percent(of: budgeted).map(Rate.init(percent:))
        return RiskRule(
            .budgetOverrun, input: share.map { .percent($0.percent) },
            threshold: scale.percentWords,
            contribution: share.map { scale.points(at: Int64($0.basisPoints)) } ?? 0, most: scale.most,
            explanation: share == nil
                ? "No budget with a category is recorded this month."
                : "\(over) spent above category budgets of \(budgeted).",
            details: share == nil
                ? []
                : [
                    Detail("over", "Spent above category budgets", .money(over)),
                    Detail("budgeted", "Category budgets together", .money(budgeted)),
                ])
    }

    /// Whole months of expenses that savings cover, where both are known.
    static func runway(saved: Money?, _ months: [MonthTotals]) -> RiskRule {
        let spending = months.filter { $0.expenses > .zero }
        let spent = spending.total(\.expenses)
        var covered: Int64?
        if let saved, spent > .zero { covered = max(saved.pence, 0) * Int64(spending.count) / spent.pence }
        let looked = Int64(monthsLookedAt)
        let text: String
        if let saved, covered != nil {
            text =
                "\(saved) saved towards goals beside the average expenses of the last months; other savings are not "
                + "known."
        } else {
            text = saved == nil ? "No saving goal is recorded, so savings are not known." : "No expenses are recorded."
        }
        let scale = RiskScale.runwayShortfall
        return RiskRule(
            .runway, input: covered.map { .months(Int(min($0, 1_200))) },
            threshold: "under 3 months: \(scale.points(at: 1)) points; under 1 month: \(scale.most) points",
            contribution: covered.map { scale.points(at: looked - min($0, looked)) } ?? 0, most: scale.most,
            explanation: text, details: saved.map { [Detail("saved", "Saved towards goals", .money($0))] } ?? [])
    }
}
