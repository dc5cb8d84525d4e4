public import Analyses

/// One part of a review: a sentence, then figures one a line.
public struct ReviewSection: Sendable, Hashable {
    /// What it is about, in the order in which sections stand; raw values are the wire spelling.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// What came in, what went out, and budgets against it.
        case income, spending, budgets
        /// What is saved for and what is owed.
        case goals, debts
        /// What is different from before, and what is coming up.
        case changes, upcoming
    }

    /// Most figures of one section that are shown one by one.
    static let rows = 8

    /// What it is about.
    public let kind: Kind
    /// One sentence or two in plain words.
    public let sentence: String
    /// The lines below it, each with its figure.
    public let lines: [String]
    /// Every figure that the sentence and the lines state.
    public let figures: [Figure]

    /// The heading.
    public var title: String {
        switch kind {
        case .income: "Income"
        case .spending: "Spending"
        case .budgets: "Budgets"
        case .goals: "Saving goals"
        case .debts: "Debts"
        case .changes: "What changed"
        case .upcoming: "Coming up"
        }
    }

    /// The section for a client.
    public var json: JSON {
        [
            "kind": .string(kind.rawValue), "title": .string(title), "sentence": .string(sentence),
            "lines": .array(lines.map { .string($0) }), "figures": .array(figures.map(\.json)),
        ]
    }
}
