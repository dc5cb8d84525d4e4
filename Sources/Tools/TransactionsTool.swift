import Analyses
import Finance

/// Single receipts and payments, bounded.
enum TransactionsTool {
    static let tool = Tool(
        "list_transactions", title: "Looking through your transactions",
        summary: "Payments or receipts of a month that match. The total and the count cover all that match.",
        members: [
            ("kind", ToolSchema.choice("expenses when left out", TransactionList.Kind.self)),
            ("month", ToolSchema.month("The month; the current one when left out")),
            ("text", ToolSchema.text("Part of a name or category")),
            ("min", ToolSchema.pounds("Smallest amount")), ("max", ToolSchema.pounds("Largest amount")),
            ("order", ToolSchema.choice("largest when left out", TransactionList.Order.self)),
            ("limit", ToolSchema.whole("How many to list; 10 when left out", 1...TransactionList.mostShown)),
        ]
    ) { arguments, context throws(ToolFault) in
        let question = TransactionList.Question(
            kind: try arguments.choice("kind", TransactionList.Kind.self) ?? .expenses,
            month: try arguments.month("month") ?? context.snapshot.month, text: try arguments.text("text"),
            least: try arguments.money("min"), most: try arguments.money("max"),
            order: try arguments.choice("order", TransactionList.Order.self) ?? .largest,
            limit: try arguments.whole("limit", in: 1...TransactionList.mostShown) ?? 10)
        let list = TransactionList(question, in: context.snapshot)
        let hidden = list.count - list.rows.count
        return Tool.Finding(
            figures: list.figures, notes: hidden > 0 ? ["\(hidden) more match and are not listed"] : [])
    }
}
