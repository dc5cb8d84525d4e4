internal import FoundationEssentials

/// The body of `POST /chat/completions`. Absent fields are not sent.
public struct ChatCompletionsRequest: Sendable, Hashable, Encodable {
    struct StreamOptions: Sendable, Hashable, Encodable {
        var include_usage = true
    }

    let model: String
    /// nil only while they are written apart from the rest, beside a file.
    var messages: [ChatMessage]?
    let stream: Bool
    let stream_options: StreamOptions
    var temperature: Double?
    let max_completion_tokens: Int?
    let max_tokens: Int?
    /// False: the provider shall not keep what people ask.
    let store: Bool?
    let safety_identifier: String?

    /// The body as JSON. `tools` and `format` are the members of their name as JSON text, put in as they stand.
    func body(tools: String?, format: String? = nil) throws -> [UInt8] {
        var body = try Self.json(self)
        body.removeLast()
        if let tools { body += Array(#","tools":\#(tools)"#.utf8) }
        if let format { body += Array(#","response_format":\#(format)"#.utf8) }
        body.append(UInt8(ascii: "}"))
        return body
    }

    /// The same with a file beside the text of the newest message. Reading asks for no imagination, so the temperature
    /// is zero unless it is left to the server.
    func body(_ file: ChatFile, format: String?) throws -> [UInt8] {
        guard let all = messages, let newest = all.last else { return try body(tools: nil, format: format) }
        var rest = self
        rest.messages = nil
        rest.temperature = temperature.map { _ in 0 }
        var body = try rest.body(tools: nil, format: format)
        body.reserveCapacity(body.count + file.writtenCount + all.reduce(0) { $0 + 2 * $1.content.utf8.count })
        // The messages stand last, so that the file is written once, in its place.
        body.removeLast()
        body += Array(#","messages":["#.utf8)
        for message in all.dropLast() { body += try Self.json(message) + [UInt8(ascii: ",")] }
        body += Array(#"{"role":\#(try Self.quoted(newest.role)),"content":[{"type":"text","text":"#.utf8)
        body += try Self.json(newest.content) + Array("},".utf8)
        file.write(into: &body)
        body += Array("]}]}".utf8)
        return body
    }

    private static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return Array(try encoder.encode(value))
    }

    private static func quoted(_ text: String) throws -> String { String(decoding: try json(text), as: UTF8.self) }

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
