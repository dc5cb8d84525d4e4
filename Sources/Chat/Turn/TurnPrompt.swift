import Analyses
import Coaching
import Finance
import Flows
import Ports
import Prompts

/// The one seam between stored messages and words: what the model is asked for a turn.
enum TurnPrompt {
    /// The prompt of a turn from what was just read; `history` does not hold the question.
    static func make(
        review: Review, history: [StoredMessage], question: String, told: ToldAbout = ToldAbout(),
        asked thread: SpendingThread? = nil
    ) -> Prompt {
        ChatPrompt.make(
            review: review, history: history.map(\.past), question: question, told: told, asked: thread)
    }

    /// What a question about spending comes to, after those before it; nil when it is about something else.
    static func thread(_ question: String, after history: [StoredMessage], in snapshot: Snapshot) -> SpendingThread? {
        SpendingThread(question, after: history.filter { $0.role == .user }.map(\.text), in: snapshot)
    }

    /// What an answer to a prompt was made with.
    static func origin(of prompt: Prompt, model: String) -> AnswerOrigin {
        AnswerOrigin(model: model, rules: rules, facts: digest(of: prompt.facts ?? ""))
    }

    private static let rules = digest(of: ChatPrompt.rules)

    private static func digest(of text: String) -> String {
        var hash = ContentHash()
        hash.add(text)
        return hash.digits
    }

    /// What the person told about themselves, as a prompt takes it.
    static func told(_ memory: CoachMemory) -> ToldAbout {
        guard let profile = memory.profile else { return ToldAbout() }
        let plan = memory.items.filter { $0.status == .open }.map { "Plans by \($0.dueOn.words): \($0.text)" }
        return ToldAbout(lines: profile.lines + plan, manner: profile.preferences.instructions)
    }
}

extension StoredMessage {
    /// An answer that broke off, or is still being written, is not repeated to a model; one the person stopped is what
    /// they have read.
    fileprivate var past: PastMessage {
        let isUsable = state == .complete || state == .stopped
        return PastMessage(
            role: role == .user ? .user : .assistant, text: text, isUsable: isUsable, id: id, replaces: replaces)
    }
}
