import Finance

/// One rule of the assessment with everything needed to check it by hand.
public struct RiskRule: Sendable, Hashable {
    /// What a rule looks at; the wire spelling is the raw value.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Debt payments beside the month's income.
        case debtToIncome = "debt_to_income"
        /// Debts whose payment does not exceed their interest.
        case neverClearing = "never_clearing"
        /// Growth of what is owed.
        case debtGrowth = "debt_growth"
        /// Months with more going out than coming in.
        case negativeMonths = "negative_months"
        /// Spending above budgets.
        case budgetOverrun = "budget_overrun"
        /// How long known savings would last.
        case runway
        /// How far the records can be relied on.
        case dataQuality = "data_quality"
    }

    /// An amount or date that the explanation names.
    public struct Detail: Sendable, Hashable {
        /// Unique within the rule.
        public let key: String
        /// Plain words.
        public let label: String
        /// The number.
        public let value: Figure.Value

        init(_ key: String, _ label: String, _ value: Figure.Value) {
            self.key = key
            self.label = label
            self.value = value
        }
    }

    /// What it looks at.
    public let kind: Kind
    /// The number it judged; nil when there is none, and `explanation` then says why.
    public let input: Figure.Value?
    /// The thresholds in words.
    public let threshold: String
    /// Points it adds to the score.
    public let contribution: Int
    /// Most points it can add.
    public let most: Int
    /// The finding in plain words.
    public let explanation: String
    /// What the finding names beside the input.
    public let details: [Detail]

    init(
        _ kind: Kind, input: Figure.Value?, threshold: String, contribution: Int, most: Int, explanation: String,
        details: [Detail] = []
    ) {
        self.kind = kind
        self.input = input
        self.threshold = threshold
        self.contribution = contribution
        self.most = most
        self.explanation = explanation
        self.details = details
    }

    /// A short heading.
    public var title: String {
        switch kind {
        case .debtToIncome: "Debt payments beside income"
        case .neverClearing: "Debts that never clear"
        case .debtGrowth: "Growth of what is owed"
        case .negativeMonths: "Months with more out than in"
        case .budgetOverrun: "Spending above budgets"
        case .runway: "How long savings would last"
        case .dataQuality: "Quality of the records"
        }
    }

    var json: JSON {
        [
            "rule": .string(kind.rawValue), "title": .string(title), "input": input?.json ?? .null,
            "printed": .string(input?.printed ?? "not known"), "threshold": .string(threshold),
            "contribution": .int(Int64(contribution)), "most": .int(Int64(most)),
            "explanation": .string(explanation),
        ]
    }
}
