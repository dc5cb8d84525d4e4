import Analyses
import Ports
import Prompts

/// The frames that end a turn, made of how it ended and nothing else.
struct TurnEnding {
    /// How it ended.
    var outcome: TurnState.Outcome
    /// The answer and where it is stored.
    var text: TurnText
    /// What the answer may state.
    var figures: [Figure] = []
    /// What it cost.
    var usage: Usage?
    /// The person's question.
    var question: String

    /// What a person reads when the model said nothing at all; never stored, so that no later prompt repeats it.
    static let silence = "Sorry, I have no answer to that. Could you put it another way?"

    /// Sources, cost, and the one terminal frame.
    var frames: [ServerFrame] {
        var frames: [ServerFrame] = []
        var text = text
        if outcome == .completed, text.text.isEmpty {
            text.text = Self.silence
            frames.append(.textDelta(Self.silence))
        }
        if outcome == .completed {
            let used = Sources.used(in: text.text, from: figures)
            if !used.isEmpty { frames.append(.sources(used)) }
        }
        if let usage { frames.append(.usage(usage)) }
        switch outcome {
        case .completed:
            let unverified = Unverified.amounts(in: text.text, figures: figures, question: question)
            frames.append(.turnCompleted(text, unverified: unverified))
        case .stopped: frames.append(.turnStopped(text))
        case .failed(let code): frames.append(.turnFailed(ChatError(code), text))
        }
        return frames
    }
}
