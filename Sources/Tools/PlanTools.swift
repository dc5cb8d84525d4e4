import Analyses
import Finance
import Prompts

/// What lies ahead: debts paid off, months forecast, and where one stands among others.
enum PlanTools {
    static let all = [simulate, rule, recurring, week, forecast, peers]
    private static let mostMonths = 1_200

    private static let simulate = Tool(
        "simulate_debts", title: "Working out your debts",
        summary: """
            Every way to pay off the open debts, priced: minimum only, with rollover, dearest rate first, smallest \
            balance first. extra and lump_sum are optional what-ifs. Compare neutrally; recommend none.
            """,
        members: [
            ("extra", ToolSchema.pounds("Paid each month above all minimums; as recorded when left out")),
            ("lump_sum", ToolSchema.pounds("Paid once")),
            ("lump_sum_month", ToolSchema.whole("In which month of the plan; 1 when left out", 1...mostMonths)),
        ]
    ) { arguments, context throws(ToolFault) in
        var options = DebtPlan.Options(extra: try arguments.money("extra"))
        if let sum = try arguments.money("lump_sum") {
            options.lumpSums = [try arguments.whole("lump_sum_month", in: 1...mostMonths) ?? 1: sum]
        }
        let plan = DebtPlan(of: context.snapshot, options)
        return Tool.Finding(
            figures: plan.figures,
            notes: [CareConfig.reviewed.priorityQuestion, plan.reason].compactMap { $0 } + plan.warnings + plan.remarks,
            card: plan.card)
    }

    private static let rule = Tool(
        "budget_rule", title: "Holding your month against 50/30/20",
        summary: "Needs, wants and savings of a month against 50/30/20, planned and actual.",
        members: [("month", ToolSchema.month("The month; the current one when left out"))]
    ) { arguments, context throws(ToolFault) in
        let rule = BudgetRule(of: context.snapshot, month: try arguments.month("month"))
        return Tool.Finding(figures: rule.figures, notes: [rule.reason].compactMap { $0 }, card: rule.card)
    }

    private static let recurring = Tool(
        "get_recurring", title: "Looking for what repeats",
        summary: "Subscriptions and other repeating payments, price rises, what is missing, what looks doubled."
    ) { _, context in
        let audit = ExpenseAudit(of: context.snapshot)
        return Tool.Finding(figures: audit.figures, card: audit.card)
    }

    private static let week = Tool(
        "get_week", title: "Looking at the week",
        summary: "One ISO week: income, expenses, against the week before and a usual week.",
        members: [("week", ToolSchema.text("As YYYY-Www, for instance 2026-W17; this week when left out"))]
    ) { arguments, context throws(ToolFault) in
        let text = try arguments.text("week")
        let week = text.flatMap { ISOWeek($0) }
        guard text == nil || week != nil else {
            throw ToolFault("week cannot be used", hint: "week must be written as YYYY-Www")
        }
        let summary = WeeklySummary(of: context.snapshot, week: week)
        return Tool.Finding(figures: summary.figures, card: summary.card)
    }

    private static let forecast = Tool(
        "forecast", title: "Looking ahead",
        summary: "Likely spending of this month and the next three, left to spend, and how far off that has been."
    ) { _, context in
        let forecast = Forecast(of: context.snapshot)
        return Tool.Finding(
            figures: forecast.figures, notes: [forecast.abstention?.reason].compactMap { $0 } + forecast.warnings,
            card: forecast.card)
    }

    private static let peers = Tool(
        "peers", title: "Comparing with people like you",
        summary: "How spending compares with a published group of people with a similar income, where one exists."
    ) { _, context throws(ToolFault) in
        switch await context.peers() {
        case .found(let figures, let card): return Tool.Finding(figures: figures, card: card)
        case .none(let reason):
            throw ToolFault("there is no comparison: \(reason)", hint: "say so; name no number about other people")
        }
    }
}
