import Analyses
import Finance

/// What is owed.
enum DebtTools {
    static let all = [debts]

    private static let debts = Tool(
        "get_debts", title: "Looking at your debts",
        summary: "Every open debt: balance, monthly payment, yearly rate, next due date; and their sums."
    ) { _, context in
        Tool.Finding(figures: context.review.debts.figures, card: context.review.card(.debts))
    }
}
