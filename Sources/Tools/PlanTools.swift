import Analyses
import Finance

/// What lies ahead: a purchase, and where one stands among others.
enum PlanTools {
    static let all = [afford, peers]

    private static let afford = Tool(
        "afford", title: "Checking whether it fits",
        summary: "Whether a price fits into what this month leaves, and what it would mean.",
        members: [("amount", ToolSchema.pounds("The price"))], required: ["amount"]
    ) { arguments, context throws(ToolFault) in
        let price = try arguments.required(
            "amount", try arguments.money("amount", atLeast: Money(pence: 1)))
        let answer = context.review.affordability(of: price)
        return Tool.Finding(
            figures: answer.figures, notes: ["verdict: \(answer.verdict.rawValue)"] + answer.remarks,
            card: answer.card)
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
