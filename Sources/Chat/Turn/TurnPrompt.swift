import Analyses
import Finance
import Ports
import Prompts

/// The one seam between stored messages and words: what the model is asked for a turn.
enum TurnPrompt {
    /// The prompt of a turn from what was just read; `history` does not hold the question.
    static func make(review: Review, history: [StoredMessage], question: String) -> Prompt {
        ChatPrompt.make(review: review, history: history.map(\.past), question: question)
    }
}

extension StoredMessage {
    /// An answer that broke off, or is still being written, is not repeated to a model; one the person stopped is what
    /// they have read.
    fileprivate var past: PastMessage {
        let isUsable = state == .complete || state == .stopped
        return PastMessage(role: role == .user ? .user : .assistant, text: text, isUsable: isUsable)
    }
}
