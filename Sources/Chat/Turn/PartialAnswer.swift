import Analyses
import Ports
import Prompts

/// An answer as it arrives: text so far, what it cost, how it ended, and when it is time to store it.
struct PartialAnswer: Sendable {
    /// Everything said so far, never longer than the limit.
    private(set) var text = ""
    /// What it cost, once told.
    private(set) var usage: Usage?
    /// The regular end; nil when the stream was cut.
    private(set) var finish: FinishReason?
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
            usage = told
            return Effect()
        case .finished(let reason):
            finish = finish ?? reason
            return Effect()
        case .card(let card): return finish == nil ? Effect(frame: .card(card)) : Effect()
        case .text(let piece): return add(piece, at: now)
        case .figures, .toolCall: return Effect()
        }
    }

    private mutating func add(_ piece: String, at now: Duration) -> Effect {
        guard finish == nil, !piece.isEmpty else { return Effect() }
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
