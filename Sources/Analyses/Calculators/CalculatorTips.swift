public import Finance

/// A tip for each calculator, in the house style: plain text, `- ` bullets, pounds, and the person's own month beside the
/// calculation. Rendered by code; a model may word them anew as long as every number stays.
public struct CalculatorTips: Sendable, Hashable {
    /// What was calculated.
    public let calculations: Calculations
    /// One tip for each calculator, in the order of `Calculator`.
    public let tips: [CalculatorTip]
    private let snapshot: Snapshot

    /// The tips of a person.
    public init(of snapshot: Snapshot, documents: CalculatorDocuments) {
        let calculations = Calculations(documents, of: snapshot.person.id)
        self.snapshot = snapshot
        self.calculations = calculations
        tips = [
            Self.tip(.savings, calculations.savings) { .savings($0, id: $1, for: snapshot) },
            Self.tip(.loan, calculations.loan) { .loan($0, id: $1, for: snapshot) },
            Self.tip(.futureValue, calculations.futureValue) { .futureValue($0, id: $1, for: snapshot) },
            Self.tip(.historical, calculations.historical) { .historical($0, id: $1, for: snapshot) },
        ]
    }

    /// The tip of one calculator.
    public subscript(calculator: Calculator) -> CalculatorTip? { tips.first { $0.calculator == calculator } }

    /// Every number any tip states.
    public var figures: [Figure] { tips.flatMap(\.figures) }

    /// The body of `GET /calculator/tips`: four strings, none of them null (contract 5.4).
    public var legacyJSON: JSON { .object(tips.map { JSON.Member($0.calculator.key, .string($0.text)) }) }

    /// The calculations for display.
    public var card: Card { Card(kind: .calculator, title: "Your calculations", data: json) }

    /// The calculations, each with its results or the reason why there are none, and what its tip is valid for.
    public var json: JSON {
        [
            "asOf": .string(snapshot.asOf.rfc3339), "month": .string(snapshot.month.description),
            "basis": "the latest calculation of each kind, worked out again from what was entered",
            "count": .int(Int64(tips.count { $0.key != nil })),
            "savings": entry(.savings, calculations.savings, \.json), "loan": entry(.loan, calculations.loan, \.json),
            "futureValue": entry(.futureValue, calculations.futureValue, \.json),
            "historical": entry(.historical, calculations.historical, \.json),
        ]
    }

    private static func tip<Value>(
        _ calculator: Calculator, _ entry: CalculatorEntry<Value>, _ render: (Value, String) -> CalculatorTip
    ) -> CalculatorTip {
        switch entry {
        case .none: CalculatorTip(calculator, placeholder: calculator.placeholder)
        case .unreadable(let fault):
            CalculatorTip(
                calculator,
                placeholder: "Your latest \(calculator.name) calculation could not be used: \(fault.words). "
                    + calculator.placeholder)
        case .ready(let id, let value): render(value, id)
        }
    }

    private func entry<Value>(
        _ calculator: Calculator, _ entry: CalculatorEntry<Value>, _ json: (Value) -> JSON
    ) -> JSON {
        let key = self[calculator]?.key
        let reason: String? =
            switch entry {
            case .none: "never calculated"
            case .unreadable(let fault): fault.words
            case .ready: nil
            }
        return [
            "calculationId": .string(orNull: key?.calculationID), "inputHash": .string(orNull: key?.inputHash),
            "calculation": entry.value.map(json) ?? .null, "reason": .string(orNull: reason),
        ]
    }
}
