internal import Curl
internal import FoundationEssentials

/// A piece of an answer.
public enum AnswerEvent: Sendable, Hashable {
    case text(String)
    /// The one regular end.
    case finished(AnswerEnd)
}

/// How an answer ended, and what it cost.
public struct AnswerEnd: Sendable, Hashable {
    /// Why it ended.
    public enum Reason: String, Sendable, Hashable {
        /// The model had said all.
        case complete
        /// A limit cut it.
        case truncated
        /// The provider or the model refused.
        case filtered
        /// The model waits for the answers to its calls.
        case toolCalls
    }

    /// Tokens as the provider counted them.
    public struct Usage: Sendable, Hashable {
        /// Read.
        public var promptTokens: Int
        /// Written.
        public var completionTokens: Int
    }

    /// Why it ended.
    public var reason: Reason
    /// Nil when the provider said nothing about it, or nothing that can be true.
    public var usage: Usage?
    /// The model that answered, when the provider named it.
    public var model: String?
    /// What the model wants looked up before it goes on; empty unless `reason` says so.
    public var toolCalls: [ChatToolCall] = []
}

// Events to text and one verdict.
//
// 1. Only a finish reason makes an answer whole. `[DONE]` alone does not, nor does a clean end of the connection.
// 2. `[DONE]` ends the answer at once: what comes after it, or does not come, no longer matters.
// 3. Once a finish reason is here, a broken connection costs only the usage.
// 4. A refusal's own words are not the answer; whoever shows it has better ones.

/// One answer as it grows.
struct AnswerStream {
    private let settings: OpenAISettings
    private var finishReason: String?
    private var isRefused = false
    private var pieces = ToolCallPieces()
    private var textBytes = 0
    private var usage: AnswerEnd.Usage?
    private var model: String?
    /// Set by `[DONE]` or by our own limit: the verdict can be asked for.
    private(set) var isDone = false

    private static let done = Array("[DONE]".utf8)
    /// No answer costs more tokens than this; a larger count is not true.
    private static let mostTokens = 10_000_000

    init(_ settings: OpenAISettings) { self.settings = settings }

    /// Takes one payload and gives the text it brought.
    mutating func take(_ payload: [UInt8]) throws(OpenAIError) -> [String] {
        if isDone { return [] }
        if payload == AnswerStream.done {
            isDone = true
            return []
        }
        if let plain = PlainChunk.read(payload) { return try absorb(plain) }
        let chunk = try AnswerStream.decoded(payload)
        if let fault = chunk.error { throw fault.error(status: nil, hiding: settings.apiKey) }
        return try absorb(chunk)
    }

    private static func decoded(_ payload: [UInt8]) throws(OpenAIError) -> StreamChunk {
        do { return try JSONDecoder().decode(StreamChunk.self, from: Data(payload)) } catch {
            throw OpenAIError(.malformed, "an event of the stream is not a chunk we can read")
        }
    }

    /// The verdict at the end of the stream, be it regular or by `failure`.
    func end(after failure: CurlError? = nil) throws(OpenAIError) -> AnswerEnd {
        let reason = try reason(after: failure)
        let calls = reason == .toolCalls ? pieces.calls : []
        return AnswerEnd(reason: reason, usage: usage, model: model, toolCalls: calls)
    }

    private mutating func absorb(_ chunk: StreamChunk) throws(OpenAIError) -> [String] {
        if let told = chunk.usage, let counted = AnswerStream.plausible(told) { usage = counted }
        if let named = chunk.model, !named.isEmpty, named.utf8.count <= 128 { model = named }
        var texts: [String] = []
        for choice in chunk.choices where choice.index ?? 0 == 0 {
            if choice.delta?.refusal?.isEmpty == false { isRefused = true }
            if let text = choice.delta?.content, !text.isEmpty, let kept = keep(text) { texts.append(kept) }
            for piece in choice.delta?.tool_calls ?? [] { try pieces.take(piece) }
            finishReason = choice.finish_reason ?? finishReason
        }
        return texts
    }

    /// The text, or as much of it as the answer may still have.
    private mutating func keep(_ text: String) -> String? {
        let room = settings.maxAnswerBytes - textBytes
        guard text.utf8.count > room else {
            textBytes += text.utf8.count
            return text
        }
        isDone = true
        finishReason = "length"
        var kept = ""
        for character in text {
            guard kept.utf8.count + character.utf8.count <= room else { break }
            kept.append(character)
        }
        textBytes += kept.utf8.count
        return kept.isEmpty ? nil : kept
    }

    private func reason(after failure: CurlError?) throws(OpenAIError) -> AnswerEnd.Reason {
        // The caller's own will comes before anything the provider said.
        if let failure, failure.code == .cancelled || failure.code == .closed { throw OpenAIError(failure) }
        guard let finishReason else { throw broken(failure) }
        if isRefused || finishReason == "content_filter" { return .filtered }
        // Some servers end a call with "stop"; one that a limit cut is not a call.
        if finishReason != "length", !pieces.calls.isEmpty { return .toolCalls }
        guard textBytes > 0 else { throw OpenAIError(.empty, "the answer has no text") }
        return finishReason == "length" ? .truncated : .complete
    }

    private func broken(_ failure: CurlError?) -> OpenAIError {
        guard let failure else { return OpenAIError(.brokenOff, "the stream ended without a finish reason") }
        var error = OpenAIError(failure)
        // The head was here, so the provider was reached.
        if error.code == .unreachable { error.code = .brokenOff }
        return error
    }

    private static func plausible(_ usage: StreamChunk.Usage) -> AnswerEnd.Usage? {
        let range = 0...mostTokens
        guard range.contains(usage.prompt_tokens), range.contains(usage.completion_tokens) else { return nil }
        return AnswerEnd.Usage(promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens)
    }
}
