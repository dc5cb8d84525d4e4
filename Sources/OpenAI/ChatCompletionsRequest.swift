/// One message of the prompt, as the protocol spells it.
public struct ChatMessage: Sendable, Hashable, Codable {
    /// `system`, `user` or `assistant`.
    public var role: String
    /// Its text.
    public var content: String

    /// A message of a role.
    public init(role: String, content: String) {
        self.role = role
        self.content = content
    }
}

/// The body of `POST /chat/completions`. Absent fields are not sent.
public struct ChatCompletionsRequest: Sendable, Hashable, Encodable {
    struct StreamOptions: Sendable, Hashable, Encodable {
        var include_usage = true
    }

    let model: String
    let messages: [ChatMessage]
    let stream: Bool
    let stream_options: StreamOptions
    let temperature: Double?
    let max_completion_tokens: Int?
    let max_tokens: Int?
    /// False: the provider shall not keep what people ask.
    let store: Bool?
    let safety_identifier: String?

    /// A streamed request in the dialect of the settings. `safetyID` tells people apart without naming them.
    public init(_ messages: [ChatMessage], maxTokens: Int, safetyID: String, _ settings: OpenAISettings) {
        let isOpenAI = settings.dialect == .openAI
        self.messages = messages
        model = settings.model
        stream = true
        stream_options = StreamOptions()
        temperature = settings.temperature
        max_completion_tokens = isOpenAI ? maxTokens : nil
        max_tokens = isOpenAI ? nil : maxTokens
        store = isOpenAI ? false : nil
        safety_identifier = isOpenAI ? safetyID : nil
    }
}
