import Analyses
import Finance

/// Months: one of them, or two side by side.
enum MonthTools {
    static let all = [month, compare, budgets]

    private static let month = Tool(
        "get_month", title: "Looking at the month",
        summary: "Income, expenses, what is left, and spending by category and by name, of one month.",
        members: [("month", ToolSchema.month("The month; the current one when left out"))]
    ) { arguments, context throws(ToolFault) in
        let review = context.review(of: try arguments.month("month"))
        return Tool.Finding(figures: review.month.figures + review.spending.figures, card: review.card(.spending))
    }

    private static let compare = Tool(
        "compare_months", title: "Comparing two months",
        summary: "Two months side by side, with the largest changes by category.",
        members: [
            ("first", ToolSchema.month("One month")),
            ("second", ToolSchema.month("The other month; the current one when left out")),
        ], required: ["first"]
    ) { arguments, context throws(ToolFault) in
        let first = try arguments.required("first", try arguments.month("first"))
        let second = try arguments.month("second") ?? context.snapshot.month
        guard first != second else {
            throw ToolFault("both months are the same", hint: "name two different months")
        }
        return Tool.Finding(figures: MonthComparison(first, second, in: context.snapshot).figures)
    }

    private static let budgets = Tool(
        "get_budgets", title: "Looking at your budgets",
        summary: "Budgets of a month against what was spent, and household budgets shared with a partner.",
        members: [("month", ToolSchema.month("The month; the current one when left out"))]
    ) { arguments, context throws(ToolFault) in
        let review = context.review(of: try arguments.month("month"))
        return Tool.Finding(figures: review.budgets.figures, card: review.card(.budgets))
    }
}
