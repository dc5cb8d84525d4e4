internal import FoundationEssentials

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

    /// The body as JSON. `tools` is the member of that name as JSON text, put in as it stands.
    func body(tools: String?) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        var body = Array(try encoder.encode(self))
        guard let tools else { return body }
        body.removeLast()
        return body + Array(#","tools":\#(tools)}"#.utf8)
    }

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
