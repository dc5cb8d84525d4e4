import Analyses
import Finance
import Prompts

/// What a person thinks of buying: whether it fits, and several things side by side.
enum PurchaseTools {
    static let all = [afford, compare]
    /// Options a model may name in one look-up; more can be compared over HTTP.
    private static let places = ["first", "second", "third"]

    private static let afford = Tool(
        "afford", title: "Checking whether it fits",
        summary: "Whether a price fits, and what it would delay. Name instalments only if the person asked about them.",
        members: [
            ("amount", ToolSchema.pounds("The price")), ("on", ToolSchema.day("The day of the purchase")),
            ("instalments", ToolSchema.whole("Equal monthly payments", 2...120)),
        ], required: ["amount"]
    ) { arguments, context throws(ToolFault) in
        let price = try arguments.required("amount", try arguments.money("amount", atLeast: Money(pence: 1)))
        let options = Affordability.Options(
            on: try arguments.day("on"), instalments: try arguments.whole("instalments", in: 2...120))
        let answer = Affordability(of: price, in: context.snapshot, options)
        return Tool.Finding(
            figures: answer.figures, notes: ["verdict: \(answer.verdict.rawValue)"] + answer.remarks, card: answer.card)
    }

    private static let compare = Tool(
        "compare_purchases", title: "Putting them side by side",
        summary: """
            Two or three things the person could buy, side by side. Prices must be the person's own. Say what each \
            costs and puts off; name no winner and recommend none.
            """,
        members: places.flatMap(members), required: ["first_name", "second_name"]
    ) { arguments, context throws(ToolFault) in
        var options: [PurchaseOption] = []
        for place in places {
            if let option = try option(place, arguments, context) { options.append(option) }
        }
        do throws(PurchaseFault) {
            let comparison = try PurchaseComparison(options, in: context.snapshot)
            return Tool.Finding(figures: comparison.figures, notes: comparison.findings, card: comparison.card)
        } catch {
            throw ToolFault(error.words, hint: "ask the person for what is missing")
        }
    }

    private static func members(_ place: String) -> [(name: String, schema: JSON)] {
        [
            ("\(place)_name", ToolSchema.text("What the \(place) is")),
            ("\(place)_price", ToolSchema.pounds("Paid at once for the \(place)")),
            ("\(place)_monthly", ToolSchema.pounds("Paid each month for the \(place)")),
            ("\(place)_months", ToolSchema.whole("For how many months", 1...PurchaseOption.mostMonths)),
        ]
    }

    private static func option(
        _ place: String, _ arguments: ToolArguments, _ context: Tool.Context
    ) throws(ToolFault) -> PurchaseOption? {
        guard let name = try arguments.text("\(place)_name") else { return nil }
        let price = try arguments.money("\(place)_price")
        let monthly = try arguments.money("\(place)_monthly")
        for amount in [price, monthly].compactMap(\.self) where amount > .zero && !context.knows(amount) {
            throw ToolFault("\(amount) is no price the person named", hint: "ask for the price; never estimate one")
        }
        let months = try arguments.whole("\(place)_months", in: 1...PurchaseOption.mostMonths)
        return PurchaseOption(name: name, price: price ?? .zero, monthly: monthly, months: months)
    }
}
