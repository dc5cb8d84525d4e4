public import Analyses

/// What the model is asked: ordered messages, and the figures its words may use.
public struct Prompt: Sendable, Hashable {
    /// Who a message is from, in the spelling every chat-completions server knows.
    public enum Role: String, Sendable, Hashable { case system, user, assistant, tool }

    /// One message.
    public struct Message: Sendable, Hashable {
        /// Who says it.
        public var role: Role
        /// What is said.
        public var content: String
        /// What an assistant's message asks to have looked up.
        public var toolCalls: [ToolCall]
        /// Which call a tool's message answers.
        public var answersCall: String?

        /// A message of a role.
        public init(role: Role, content: String, toolCalls: [ToolCall] = [], answersCall: String? = nil) {
            self.role = role
            self.content = content
            self.toolCalls = toolCalls
            self.answersCall = answersCall
        }
    }

    /// Static system text first, then facts, then the conversation, which never starts with the assistant.
    public var messages: [Message]
    /// Every figure the facts hold; what an answer says is checked against them.
    public var figures: [Figure]
    /// Upper bound for the answer.
    public var maxOutputTokens: Int

    /// The block of facts; nil in a prompt without one.
    public var facts: String? { messages.first { $0.content.hasPrefix(FactsBlock.opening) }?.content }

    /// A prompt with every part given.
    public init(messages: [Message], figures: [Figure], maxOutputTokens: Int) {
        self.messages = messages
        self.figures = figures
        self.maxOutputTokens = maxOutputTokens
    }
}
