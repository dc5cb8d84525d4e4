/// What keeps a prompt bounded.
public struct PromptLimits: Sendable, Hashable {
    /// Estimated tokens of past messages.
    public var historyTokens: Int
    /// Past messages, whatever they cost.
    public var historyMessages: Int
    /// Estimated tokens of the facts block.
    public var factsTokens: Int
    /// Characters of the question; the edge refuses longer ones before.
    public var questionCharacters: Int
    /// Upper bound for the answer, in tokens.
    public var maxOutputTokens: Int

    /// Limits with every part given.
    public init(
        historyTokens: Int = 3_000, historyMessages: Int = 40, factsTokens: Int = 6_000,
        questionCharacters: Int = 4_000, maxOutputTokens: Int = 1_000
    ) {
        self.historyTokens = historyTokens
        self.historyMessages = historyMessages
        self.factsTokens = factsTokens
        self.questionCharacters = questionCharacters
        self.maxOutputTokens = maxOutputTokens
    }
}
