public import Analyses
public import Prompts

/// What comes of a look-up of peers: figures and a card, or why there are none.
public enum PeerFinding: Sendable {
    /// Published figures of a group large enough that nobody can be told from it.
    case found([Figure], Card)
    /// Not enough data, or not to be had now, in plain words.
    case none(reason: String)
}

/// What came of a model's wish to have something written in the main app.
public struct DraftFinding: Sendable {
    /// What was shown to the person, or what has to be asked; for the model.
    public let words: String
    /// The card that waits for a yes, or the question.
    public let card: Card?
    /// Whether something was offered or asked.
    public let isGood: Bool

    /// A finding with every part given.
    public init(words: String, card: Card?, isGood: Bool) {
        self.words = words
        self.card = card
        self.isGood = isGood
    }
}

/// What a look-up gave.
public struct ToolResult: Sendable {
    /// For the model; at most `ToolAnswer.mostBytes`.
    public let text: String
    /// What the answer may state from here on.
    public let figures: [Figure]
    /// To show beside the answer.
    public let card: Card?
    /// Whether it was found.
    public let isGood: Bool
}

/// The look-ups of one answer for one person. Read only.
public struct Toolbox: Sendable {
    private var context: Tool.Context
    private let propose: Propose?
    private static let all: [Tool] =
        MonthTools.all + GoalTools.all + [TransactionsTool.tool] + DebtTools.all + PlanTools.all + PurchaseTools.all
        + [CalculateTool.tool]

    /// What a model wishes on the person's behalf.
    public enum Wish: Sendable, Hashable {
        /// One record made or changed.
        case change
        /// Several budgets at once.
        case plan
    }

    /// Takes a model's arguments and shows the person a card; nothing is written by it.
    public typealias Propose = @Sendable (Wish, _ arguments: String) async -> DraftFinding

    /// The look-ups over a review; `question` is what the person wrote, `peers` reads the group the person belongs to,
    /// `propose` offers a change where the main app can be reached at all.
    public init(
        review: Review, question: String, known: [Figure],
        peers: @escaping @Sendable () async -> PeerFinding = { .none(reason: "there is no peer data here") },
        propose: Propose? = nil
    ) {
        self.propose = propose
        context = Tool.Context(review: review, known: known, question: question, peers: peers)
    }

    /// What the model is told.
    public static var specs: [ToolSpec] { all.map(\.spec) }
    /// The same, with the offer of changes where there can be any.
    public var specs: [ToolSpec] { Self.specs + (propose == nil ? [] : ProposeTool.specs) }

    /// The words a person reads while a look-up runs; nil for a name that is no tool.
    public static func title(of name: String) -> String? {
        (specs + ProposeTool.specs).first { $0.name == name }?.title
    }

    /// Makes one look-up. What goes wrong is told as data: it ends no answer.
    public mutating func call(_ call: ToolCall) async -> ToolResult {
        if let propose, let wish = ProposeTool.wish(call.name) {
            return ProposeTool.result(await propose(wish, call.arguments))
        }
        do {
            let finding = try await find(call)
            let answer = ToolAnswer(finding.figures, notes: finding.notes)
            context.known += answer.figures
            return ToolResult(text: answer.text, figures: answer.figures, card: finding.card, isGood: true)
        } catch {
            let answer = ToolAnswer(error: error.error, hint: error.hint)
            return ToolResult(text: answer.text, figures: [], card: nil, isGood: false)
        }
    }

    private func find(_ call: ToolCall) async throws(ToolFault) -> Tool.Finding {
        guard let tool = Self.all.first(where: { $0.spec.name == call.name }) else {
            let names = Self.all.map(\.spec.name).joined(separator: ", ")
            throw ToolFault("there is no tool of that name", hint: "the tools are \(names)")
        }
        return try await tool.find(try ToolArguments(call.arguments, allowing: tool.names), context)
    }
}
