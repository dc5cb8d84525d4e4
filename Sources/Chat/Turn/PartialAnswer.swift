import Analyses
import Ports
import Prompts

/// An answer as it arrives: text so far, what it cost, how it ended, and when it is time to store it.
struct PartialAnswer: Sendable {
    /// Everything said so far, never longer than the limit.
    private(set) var text = ""
    /// What it cost, once told.
    private(set) var usage: Usage?
    /// The regular end; nil when the stream was cut, and while look-ups are asked for.
    private(set) var finish: FinishReason?
    /// What it may state; nil until the records are read.
    private(set) var basis: AnswerBasis?
    /// Lets a model's words through.
    private(set) var checked: CheckedText?
    /// What the model waits for, once it waits.
    private var calls: [ToolCall] = []
    private var isWaiting = false
    /// Where the text of this round begins.
    private var roundStart = 0
    private let bytes: Int
    private let saving: SavingLimits
    private var piecesSinceSave = 0
    private var lastSave: Duration

    /// What an event means for those who watch.
    struct Effect: Equatable {
        /// The frame to show, if any.
        var frame: ServerFrame?
        /// Whether the text should be stored now.
        var isSaveDue = false
    }

    /// Nothing yet; `now` is on the same clock as in `take`.
    init(limits: TurnLimits, saving: SavingLimits, at now: Duration) {
        bytes = limits.answerBytes
        self.saving = saving
        lastSave = now
    }

    /// Takes one event; after the regular end only the cost still counts.
    mutating func take(_ event: CompletionEvent, at now: Duration) -> Effect {
        switch event {
        case .usage(let told):
            usage = usage.map { $0 + told } ?? told
            return Effect()
        case .finished(let reason):
            let rest = add(checked?.finish() ?? "", at: now)
            if reason == .toolCalls, finish == nil { isWaiting = !calls.isEmpty } else { finish = finish ?? reason }
            return rest
        case .card(let card): return finish == nil ? Effect(frame: .card(card)) : Effect()
        case .text(let piece): return add(checked?.take(piece) ?? piece, at: now)
        case .written(let piece): return add(piece, at: now)
        case .figures(let told):
            learn(told)
            return Effect()
        case .toolCall(let call):
            calls.append(call)
            return Effect()
        }
    }

    /// What the model wants looked up and what it said before it asked; empty when it asked for nothing. The next round
    /// begins a paragraph of its own.
    mutating func takeCalls() -> (said: String, calls: [ToolCall]) {
        guard isWaiting else { return ("", []) }
        defer {
            calls = []
            isWaiting = false
            roundStart = text.utf8.count
        }
        return (String(decoding: text.utf8.dropFirst(roundStart), as: UTF8.self), calls)
    }

    /// The records are read: this is what may be stated.
    mutating func stand(on basis: AnswerBasis) {
        self.basis = basis
        checked = CheckedText(basis.evidence, lint: basis.lint)
    }

    /// Figures that a look-up found.
    mutating func learn(_ found: [Figure]) {
        basis?.learn(found)
        if let basis { checked?.learn(basis.evidence) }
    }

    /// Adds what stands in for the withheld end of an answer that is over.
    mutating func conclude(with rest: String, at now: Duration) -> Effect {
        let reason = finish
        finish = nil
        defer { finish = finish ?? reason }
        return add(rest, at: now)
    }

    private mutating func add(_ said: String, at now: Duration) -> Effect {
        guard finish == nil, !said.isEmpty else { return Effect() }
        let isNewRound = roundStart > 0 && roundStart == text.utf8.count
        let piece = isNewRound && text.last?.isWhitespace == false ? "\n\n" + said : said
        guard text.utf8.count + piece.utf8.count <= bytes else {
            finish = .truncated
            return Effect()
        }
        text += piece
        piecesSinceSave += 1
        let isDue = piecesSinceSave >= saving.everyPieces || now - lastSave >= saving.every
        if isDue {
            piecesSinceSave = 0
            lastSave = now
        }
        return Effect(frame: .textDelta(piece), isSaveDue: isDue)
    }

    /// Whether the model has shown anything.
    var hasBegun: Bool { !text.isEmpty }
    /// Whether a length limit cut it, theirs or ours.
    var isTruncated: Bool { finish == .truncated }

    /// The cost as told, or a rough count that is said to be one.
    func cost(of prompt: Prompt, model: String) -> Usage {
        usage
            ?? Usage(
                promptTokens: TokenEstimate.of(prompt.messages), completionTokens: TokenEstimate.of(text), model: model,
                isEstimated: true)
    }
}
