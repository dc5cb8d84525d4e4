internal import Analyses

/// How the analyses are described. Their bodies carry more than is listed: what is listed is always there.
enum AnalysisDescriptions {
    static let debtPlan = operation(
        "analysisDebtPlan", "Every way to pay off the caller's debts, priced",
        [
            .init(name: "extra", words: "Pounds a month above all minimums.", schema: Schema.pounds),
            .init(name: "lumpSum", words: "Pounds paid once.", schema: Schema.pounds),
            .init(
                name: "lumpSumMonth", words: "In which month of the plan; 1 is the first.",
                schema: Schema.whole(1...1_200, default: 1)),
            .init(
                name: "order", words: "Debt ids in the caller's own order, with commas between.", schema: Schema.text),
        ], "DebtPlan")

    static let budgetRule = operation(
        "analysisBudgetRule", "50/30/20: what was planned beside what was spent", [month], "BudgetRule")

    static let spending = operation("analysisSpending", "Where the caller's money went", [month], "SpendingMonth")

    static let weekly = operation(
        "analysisWeekly", "One week of the caller",
        [
            .init(
                name: "isoWeek", words: "As YYYY-Www; this week unless given.",
                schema: ["type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$"])
        ], "WeeklySummary")

    static let recurring = operation(
        "analysisRecurring", "What the caller pays again and again, and what changed", [], "ExpenseAudit")

    static let goals = operation("analysisGoals", "The caller's saving goals", [], "GoalProgress")

    static let budgetPlan = operation(
        "analysisBudgetPlan", "Budgets of a month made from real fixed costs, goals and usual spending", [month],
        "BudgetPlan")

    static let goalWhatIf = operation(
        "analysisGoalWhatIf", "One saving goal as it is, beside how it would be with another amount or date",
        [
            .init(name: "goal", words: "The goal's id.", isRequired: true, schema: Schema.text),
            .init(name: "monthly", words: "Pounds put by each month.", schema: Schema.pounds),
            .init(name: "once", words: "Pounds put by once, today.", schema: Schema.pounds),
            .init(name: "by", words: "The day to reach it by, as YYYY-MM-DD.", schema: Schema.day),
        ], "GoalWhatIf")

    static let goalRatio = operation(
        "analysisGoalRatio", "Likely spending beside what the saving goals need", [], "GoalRatio")

    static let forecast = operation(
        "analysisForecast", "What the caller is likely to spend, with how far off that has been", [], "Forecast")

    static let affordability = operation(
        "analysisAffordability", "Whether a price fits, and what it would mean",
        [
            .init(name: "amount", words: "The price in pounds.", isRequired: true, schema: Schema.pounds),
            .init(name: "on", words: "The day of the purchase, as YYYY-MM-DD.", schema: Schema.day),
            .init(
                name: "instalments", words: "Equal monthly payments to compare with.",
                schema: ["type": "integer", "minimum": 2, "maximum": 120]),
        ], "Affordability")

    static let month = Operation.Parameter(
        name: "month", words: "As YYYY-MM; this month unless given.",
        schema: ["type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"])

    private static func operation(
        _ id: String, _ summary: String, _ parameters: [Operation.Parameter], _ body: String
    ) -> Operation {
        let refresh = Operation.Parameter(
            name: "refresh", words: "true reads the records now.", schema: Schema.flag)
        return Operation(
            id: id, summary: summary, tag: "analysis", parameters: parameters + [refresh],
            answers: [
                .init(status: 200, words: "The analysis.", schema: Schema.named(body)),
                .problem(404, "The caller has no records here any more."),
                .problem(422, "A value in the query cannot be used."),
            ])
    }
}
