public import Analyses
public import Finance
public import Prompts

/// One question to whatever answers: a model over the network, or the built-in coach.
public struct CompletionRequest: Sendable {
    /// The messages a model sees.
    public var prompt: Prompt
    /// What the coach answers from; a model never sees it beyond what the prompt says.
    public var snapshot: Snapshot
    /// The person's newest question, alone.
    public var question: String
    /// A one-way hash that lets a provider tell people apart without knowing them.
    public var safetyID: String
    /// What may be looked up; empty when the answer has to come now.
    public var tools: [ToolSpec]
    /// Which answer it is a part of: the rounds of one answer share what it may cost. nil when it stands alone.
    public var turn: String?

    /// A request with every part given.
    public init(
        prompt: Prompt, snapshot: Snapshot, question: String, safetyID: String, tools: [ToolSpec] = [],
        turn: String? = nil
    ) {
        self.prompt = prompt
        self.snapshot = snapshot
        self.question = question
        self.safetyID = safetyID
        self.tools = tools
        self.turn = turn
    }
}

/// A piece of an answer as it arrives.
public enum CompletionEvent: Sendable, Hashable {
    /// Words of a model: checked before anybody sees them.
    case text(String)
    /// Words of ours, made from figures by rule: shown as they are.
    case written(String)
    case card(Card)
    /// Figures that the text to come may state, beyond those of the prompt.
    case figures([Figure])
    /// Something to be looked up before the answer can go on; `.finished(.toolCalls)` follows.
    case toolCall(ToolCall)
    case usage(Usage)
    /// The one regular end. A stream that ends without it was cut.
    case finished(FinishReason)
}

/// Why an answer ended.
public enum FinishReason: String, Sendable, Hashable {
    case complete
    /// The provider's token limit cut it.
    case truncated
    /// The provider refused or filtered.
    case filtered
    /// It waits for the answers to its calls.
    case toolCalls
}

/// What an answer cost.
public struct Usage: Sendable, Hashable {
    /// Tokens the prompt took.
    public var promptTokens: Int
    /// Tokens the answer took.
    public var completionTokens: Int
    /// Who answered.
    public var model: String
    /// True when counted here rather than told by the provider.
    public var isEstimated: Bool

    /// Counts with their source.
    public init(promptTokens: Int, completionTokens: Int, model: String, isEstimated: Bool) {
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.model = model
        self.isEstimated = isEstimated
    }
}

extension Usage {
    /// The cost of two requests of one answer.
    public static func + (one: Usage, other: Usage) -> Usage {
        Usage(
            promptTokens: one.promptTokens + other.promptTokens,
            completionTokens: one.completionTokens + other.completionTokens, model: other.model,
            isEstimated: one.isEstimated || other.isEstimated)
    }
}

/// Answers, streamed. Ends after `.finished`, or throws `PortError`. Retries happen inside, and only before the first
/// event. Cancelling the consuming task closes the upstream request.
public struct Completions: Sendable {
    /// The name shown in `usage` and to the operator, for instance `gpt-4o` or `coach`.
    public var model: String
    /// Calls `receive` for each event in order and returns at the end. `receive` may suspend: that is the back-pressure.
    public var stream:
        @Sendable (
            CompletionRequest, _ receive: @Sendable (CompletionEvent) async throws -> Void
        ) async throws -> Void

    /// A port of this closure.
    public init(
        model: String,
        stream:
            @escaping @Sendable (
                CompletionRequest, @Sendable (CompletionEvent) async throws -> Void
            ) async throws -> Void
    ) {
        self.model = model
        self.stream = stream
    }
}
