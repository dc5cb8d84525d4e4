import Analyses
import Ports
import Prompts

/// The frames that end a turn, made of how it ended and nothing else.
struct TurnEnding {
    /// How it ended.
    var outcome: TurnState.Outcome
    /// The answer and where it is stored.
    var text: TurnText
    /// What the answer may state; nil when the records were never read.
    var evidence: Evidence?
    /// What it cost.
    var usage: Usage?

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
        let check = outcome == .completed ? evidence.map { NumberCheck(text.text, against: $0) } : nil
        if let used = check?.used, !used.isEmpty { frames.append(.sources(used)) }
        if let usage { frames.append(.usage(usage)) }
        switch outcome {
        case .completed: frames.append(.turnCompleted(text, unverified: check?.unverified ?? []))
        case .stopped: frames.append(.turnStopped(text))
        case .failed(let code): frames.append(.turnFailed(ChatError(code), text))
        }
        return frames
    }
}
