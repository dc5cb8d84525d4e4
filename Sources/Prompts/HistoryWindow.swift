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
    /// Its own name, where another message may speak of it.
    public var id: String?
    /// The message that this answer stands in place of: an answer, or the question behind it.
    public var replaces: String?

    /// A message with its state.
    public init(
        role: Role, text: String, isUsable: Bool = true, id: String? = nil, replaces: String? = nil
    ) {
        self.role = role
        self.text = text
        self.isUsable = isUsable
        self.id = id
        self.replaces = replaces
    }
}

/// The part of a conversation that a prompt repeats: whole exchanges, newest kept, within a token budget.
///
/// An exchange is one question and the answer that follows it, the newest one where it was asked once more. A question without a usable answer is left out, as is an
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
        var exchanges: [(question: PastMessage, answers: Set<String>, answer: PastMessage)] = []
        var question: PastMessage?
        for message in history {
            let isGood = message.isUsable && !message.text.allSatisfy(\.isWhitespace)
            if message.role == .user {
                question = isGood ? message : nil
            } else if let replaced = message.replaces {
                let place = exchanges.lastIndex { $0.answers.contains(replaced) || $0.question.id == replaced }
                guard isGood, let place else { continue }
                exchanges[place].answer = message
                if let id = message.id { exchanges[place].answers.insert(id) }
            } else {
                if isGood, let question { exchanges.append((question, Set([message.id].compactMap(\.self)), message)) }
                question = nil
            }
        }
        return exchanges.map { exchange in
            [
                Prompt.Message(role: .user, content: exchange.question.text),
                Prompt.Message(role: .assistant, content: exchange.answer.text),
            ]
        }
    }
}
