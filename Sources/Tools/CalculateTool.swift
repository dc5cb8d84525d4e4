import Analyses
import Finance
import Prompts

/// Sums over known numbers. An operand must be a figure of this person, a number the person wrote, or a small whole
/// number such as 12 months: so that an invented number cannot be made true by a sum.
enum CalculateTool {
    /// Whole numbers anyone may multiply or divide by.
    private static let plain = 1...120
    private static let mostNumber = 1e9

    static let tool = Tool(
        "calculate", title: "Working it out",
        summary: """
            Exact arithmetic on amounts you were given. amount must be a known figure or a number the person wrote. \
            number is an amount for add, subtract and share, a whole number for multiply and divide, a percentage for \
            percent_of.
            """,
        members: [
            ("operation", ToolSchema.choice("What to do", Calculation.Operation.self)),
            ("amount", ToolSchema.number("An amount in pounds")), ("number", ToolSchema.number("The other number")),
            ("label", ToolSchema.text("What the result is, in a few words")),
        ], required: ["operation", "amount", "number"]
    ) { arguments, context throws(ToolFault) in
        let operation = try arguments.required(
            "operation", try arguments.choice("operation", Calculation.Operation.self))
        let pounds = try arguments.required("amount", try arguments.number("amount"))
        let number = try arguments.required("number", try arguments.number("number"))
        guard pounds.magnitude <= mostNumber, number.magnitude <= mostNumber else {
            throw ToolFault("a number is too large", hint: "stay below 1,000,000,000")
        }
        let amount = Money(pence: hundredths(pounds))
        guard context.knows(amount) else { throw unknown("amount") }
        guard isOperand(number, of: operation, context) else { throw unknown("number") }
        return try finding(operation, amount, number, try arguments.text("label"), context)
    }

    private static func finding(
        _ operation: Calculation.Operation, _ amount: Money, _ number: Double, _ label: String?,
        _ context: Tool.Context
    ) throws(ToolFault) -> Tool.Finding {
        do throws(Calculation.Fault) {
            let result = try Calculation(operation, amount, hundredths: hundredths(number))
            let place = context.known.count { $0.id.hasPrefix("calc.") } + 1
            let name = label.map { "Calculated: \($0)" } ?? "Calculated"
            return Tool.Finding(figures: [
                result.figure(place: place, label: name, asOf: context.snapshot.asOf)
            ])
        } catch {
            throw ToolFault(
                error == .byZero ? "nothing can be divided by that" : "the result is too large",
                hint: "use other numbers")
        }
    }

    private static func isOperand(
        _ number: Double, of operation: Calculation.Operation, _ context: Tool.Context
    ) -> Bool {
        switch operation {
        case .add, .subtract, .share: context.knows(Money(pence: hundredths(number)))
        case .multiply, .divide: Int(exactly: number).map(plain.contains) == true || isTyped(number, context)
        case .percentOf: knows(percent: number, context)
        }
    }

    private static func knows(percent number: Double, _ context: Tool.Context) -> Bool {
        let isFigure = context.known.contains { figure in
            if case .percent(let known) = figure.value { (known - number).magnitude < 0.005 } else { false }
        }
        return isFigure || isTyped(number, context)
    }

    private static func isTyped(_ number: Double, _ context: Tool.Context) -> Bool {
        AskedNumbers(in: context.question).contains(hundredths: hundredths(number.magnitude))
    }

    private static func hundredths(_ number: Double) -> Int64 {
        Int64((number * 100).rounded(.toNearestOrAwayFromZero))
    }

    private static func unknown(_ name: String) -> ToolFault {
        ToolFault(
            "\(name) is not a number from the facts or from the person",
            hint: "look the number up first; never estimate one")
    }
}
