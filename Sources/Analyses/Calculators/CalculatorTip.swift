import Finance

/// What a calculator is called in the app's texts.
public enum Calculator: String, Sendable, Hashable, CaseIterable {
    /// The four calculators; the raw value names the tip's key without its `Tip`.
    case savings, loan, futureValue, historical

    /// The app's words for it.
    public var name: String {
        switch self {
        case .savings: "Savings"
        case .loan: "Loan"
        case .futureValue: "Future Value"
        case .historical: "Historical Inflation"
        }
    }

    /// What stands in the place of a tip until the calculator is used (contract 5.4, word for word).
    public var placeholder: String { "Please run a \(name) calculation to receive a personalized tip." }

    /// The key of its tip.
    public var key: String { rawValue + "Tip" }
}

/// For which calculation, and which figures, a tip was written. A stored tip may be shown only under an equal key.
public struct TipKey: Sendable, Hashable, Codable {
    /// The id of the stored calculation.
    public var calculationID: String
    /// A hash of every figure the tip states, the month's among them; 16 hex digits.
    public var inputHash: String

    /// A key with both parts given.
    public init(calculationID: String, inputHash: String) {
        self.calculationID = calculationID
        self.inputHash = inputHash
    }

    init(calculationID: String, figures: [Figure]) {
        self.init(calculationID: calculationID, inputHash: figures.inputHash)
    }
}

/// A tip as it is shown, with the figures it states.
public struct CalculatorTip: Sendable, Hashable {
    /// Whose tip it is.
    public let calculator: Calculator
    /// Plain text with `- ` bullets; never empty.
    public let text: String
    /// Every amount, percentage and year of the text.
    public let figures: [Figure]
    /// What it is valid for; nil for a placeholder.
    public let key: TipKey?

    /// A placeholder.
    init(_ calculator: Calculator, placeholder: String) {
        self.calculator = calculator
        text = placeholder
        figures = []
        key = nil
    }

    /// A tip as drafted.
    init(_ draft: TipDraft, calculationID: String) {
        calculator = draft.calculator
        text = draft.lines.joined(separator: "\n")
        figures = draft.figures
        key = TipKey(calculationID: calculationID, figures: draft.figures)
    }
}
