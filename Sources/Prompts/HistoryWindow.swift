/// A message of the conversation so far, as far as a prompt cares.
public struct PastMessage: Sendable, Hashable {
    /// Who may have said something; a stored message of any other role never becomes one of these.
    public enum Role: String, Sendable, Hashable {
        /// The person, or Reho.
        case user, assistant
    }

    /// Who said it.
    public var role: Role
    /// What was said.
    public var text: String
    /// False for a partial or failed answer; it is then left out, with the question it belongs to.
    public var isUsable: Bool

    /// A message with its state.
    public init(role: Role, text: String, isUsable: Bool = true) {
        self.role = role
        self.text = text
        self.isUsable = isUsable
    }
}

/// The part of a conversation that a prompt repeats: whole exchanges, newest kept, within a token budget.
///
/// An exchange is one question and the answer that follows it. A question without a usable answer is left out, as is an
/// answer without a question (a welcome, say), so the window never starts with the assistant and always alternates.
public struct HistoryWindow: Sendable, Hashable {
    /// Question, answer, question, answer …, oldest first.
    public let messages: [Prompt.Message]

    /// The newest exchanges of `history` (oldest first, the current question not among them) that fit.
    public init(of history: [PastMessage], limits: PromptLimits) {
        var kept: [Prompt.Message] = []
        var tokens = 0
        for exchange in Self.exchanges(history).reversed() {
            tokens += TokenEstimate.of(exchange)
            guard tokens <= limits.historyTokens, kept.count + exchange.count <= limits.historyMessages else { break }
            kept = exchange + kept
        }
        messages = kept
    }

    private static func exchanges(_ history: [PastMessage]) -> [[Prompt.Message]] {
        var exchanges: [[Prompt.Message]] = []
        var question: String?
        for message in history {
            let isEmpty = message.text.allSatisfy(\.isWhitespace)
            switch message.role {
            case .user:
                question = message.isUsable && !isEmpty ? message.text : nil
            case .assistant:
                if let asked = question, message.isUsable, !isEmpty {
                    exchanges.append([
                        Prompt.Message(role: .user, content: asked),
                        Prompt.Message(role: .assistant, content: message.text),
                    ])
                }
                question = nil
            }
        }
        return exchanges
    }
}
