internal import Finance
internal import Ports
internal import Prompts

/// A call to a model as far as money is concerned.
struct PaidCall: Sendable {
    /// About whom.
    var person: UserID
    /// Our count of what is sent.
    var promptTokens: Int
    /// The longest answer.
    var mostCompletionTokens: Int
    /// The turn it belongs to, whose calls have a cap together.
    var turn: String?
}

extension PaidCall {
    /// What a request comes to.
    init(_ request: CompletionRequest) {
        self.init(
            person: request.snapshot.person.id, promptTokens: SpendDesk.promptTokens(of: request),
            mostCompletionTokens: request.prompt.maxOutputTokens, turn: request.turn)
    }
}
