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

/// A section while it is written. A number enters it only through its draft, so it states nothing it does not carry.
struct SectionDraft {
    let kind: ReviewSection.Kind
    var draft: ReportDraft
    private var lines: [String] = []

    init(_ kind: ReviewSection.Kind, _ draft: ReportDraft) {
        self.kind = kind
        self.draft = draft
    }

    /// Whether a figure of an analysis has a value.
    func knows(_ id: String) -> Bool { draft.figure(id)?.value != nil }

    /// A figure as printed, or that it is not known and why.
    mutating func say(_ id: String) -> String { draft.say(id) }

    /// A line that states a figure under its own label, where it has a value.
    mutating func line(_ id: String) {
        guard knows(id), let label = draft.figure(id)?.label, lines.count < ReviewSection.rows else { return }
        lines.append("\(draft.harmless(label)): \(draft.say(id))")
    }

    /// The section with its sentence. It changes nothing, and is mutating so that the figures which the sentence names
    /// while it is put together are in the draft before the section is made of it.
    mutating func section(_ sentence: String) -> ReviewSection {
        ReviewSection(kind: kind, sentence: sentence, lines: lines, figures: draft.figures)
    }
}
