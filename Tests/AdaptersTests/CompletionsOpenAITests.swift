import Analyses
import Curl
import Finance
import Logging
import NIOConcurrencyHelpers
import OpenAI
import Ports
import Prompts
import TestKit
import TestServers
import Testing

@testable import Adapters

/// What one request to the fake came to.
private struct Told {
    var events: [CompletionEvent] = []
    var error: PortError?
    var stranger: (any Error)?

    var text: String { events.map { if case .text(let text) = $0 { text } else { "" } }.joined() }
    var usage: Usage? { events.compactMap { if case .usage(let usage) = $0 { usage } else { nil } }.first }
    var last: CompletionEvent? { events.last }
}

/// Runs `body` with a client that asks `fake`.
func withOpenAI<R>(
    _ fake: FakeOpenAI, key: String = "sk-fake", _ body: (OpenAIClient) async throws -> R
) async throws -> R {
    let curl = try CurlClient()
    var settings = OpenAISettings(apiKey: APIKey(key), baseURL: fake.baseURL)
    settings.retries.base = .milliseconds(1)
    settings.deadlines.idle = .seconds(2)
    do {
        let result = try await body(OpenAIClient(settings, curl: curl, logger: Logger(label: "test")))
        await curl.shutdown()
        return result
    } catch {
        await curl.shutdown()
        throw error
    }
}

/// A request of Maya's whose last message is `words`.
func completionRequest(_ words: String) throws -> CompletionRequest {
    let messages = [
        Prompt.Message(role: .system, content: "Be kind."),
        Prompt.Message(role: .system, content: "Facts:\n- Left over this month: £1,234.56"),
        Prompt.Message(role: .user, content: words),
    ]
    return CompletionRequest(
        prompt: Prompt(messages: messages, figures: [], maxOutputTokens: 700),
        snapshot: try NamedPeople.snapshot(of: NamedPeople.maya), question: words, safetyID: "hash")
}

@Suite("Completions by OpenAI")
struct CompletionsOpenAITests {
    private func told(
        _ words: String, _ fake: FakeOpenAI,
        receive: @escaping @Sendable (CompletionEvent) async throws -> Void = { _ in }
    ) async throws -> Told {
        try await withOpenAI(fake) { client in
            let events = NIOLockedValueBox<[CompletionEvent]>([])
            var told = Told()
            do {
                try await Completions.openAI(client).stream(completionRequest(words)) { event in
                    events.withLockedValue { $0.append(event) }
                    try await receive(event)
                }
            } catch let error as PortError {
                told.error = error
            } catch {
                told.stranger = error
            }
            told.events = events.withLockedValue { $0 }
            return told
        }
    }

    @Test("text, then usage, then the end; the prompt arrives as it is")
    func whole() async throws {
        try await FakeOpenAI.with(key: "sk-fake") { fake in
            let told = try await told("How am I doing?", fake)
            #expect(told.text == FakeOpenAI.text(tokens: 12))
            let usage = Usage(promptTokens: 1000, completionTokens: 12, model: "gpt-4o", isEstimated: false)
            #expect(told.events.suffix(2) == [.usage(usage), .finished(.complete)])
            let chat = try #require(try await fake.nextRequest().chat)
            #expect(chat.messages.map(\.role) == ["system", "system", "user"])
            #expect(chat.lastUserMessage == "How am I doing?")
            #expect(chat.model == "gpt-4o")
        }
    }

    @Test("the numbers of the prompt can flow back")
    func quote() async throws {
        try await FakeOpenAI.with { fake in
            let told = try await told("[fake: quote=Left_over]", fake)
            #expect(told.text == "Left over this month: £1,234.56")
        }
    }

    @Test("usage that the provider does not tell is counted here, and says so", arguments: ["missing", "absurd"])
    func estimate(usage: String) async throws {
        try await FakeOpenAI.with { fake in
            let usage = try #require(try await told("[fake: usage=\(usage)]", fake).usage)
            #expect(usage.isEstimated)
            #expect(usage.completionTokens == TokenEstimate.of(FakeOpenAI.text(tokens: 12)))
            #expect((20...60).contains(usage.promptTokens))
        }
    }

    @Test(
        "each end has its reason",
        arguments: [("length", FinishReason.truncated), ("content_filter", .filtered), ("refusal", .filtered)])
    func reasons(words: String, reason: FinishReason) async throws {
        try await FakeOpenAI.with { fake in
            let told = try await told("[fake: \(words)]", fake)
            #expect(told.last == .finished(reason))
        }
    }

    @Test(
        "each failure has its code, and an answer that broke off has no end",
        arguments: [
            ("error=401", PortError.Code.refused), ("error=429 code=insufficient_quota", .limited),
            ("error=429", .limited), ("error=500", .unavailable), ("disconnect=3", .unavailable),
            ("nodone", .unavailable), ("empty", .unavailable), ("stall=3", .timeout), ("malformed=3", .malformed),
            ("json200", .malformed), ("redirect", .malformed), ("error=400 code=context_length_exceeded", .refused),
        ])
    func failures(words: String, code: PortError.Code) async throws {
        try await FakeOpenAI.with { fake in
            let told = try await told("[fake: \(words)]", fake)
            #expect(told.error?.code == code)
            #expect(!told.events.contains { if case .finished = $0 { true } else { false } })
            #expect(told.error?.message.contains("provider says") == false)
            #expect(told.error?.message.contains("sk-") == false)
        }
    }

    /// One request after another to the same port: what each said, and what the fake was sent.
    private func asked(
        _ requests: [CompletionRequest], _ scripts: [FakeScript]
    ) async throws -> (texts: [String], bodies: [String]) {
        try await FakeOpenAI.with { fake in
            try await withOpenAI(fake) { client in
                for script in scripts { fake.enqueue(script) }
                let port = Completions.openAI(client)
                let texts = NIOLockedValueBox<[String]>([])
                for request in requests {
                    try await port.stream(request) { event in
                        if case .text(let text) = event { texts.withLockedValue { $0.append(text) } }
                    }
                }
                return (texts.withLockedValue { $0 }, fake.requests.map { String(decoding: $0.body, as: UTF8.self) })
            }
        }
    }

    @Test("a server that refuses tools is asked without them, and is not offered any again")
    func noTools() async throws {
        var request = try completionRequest("What do I owe?")
        request.tools = [ToolSpec(name: "get_debts", title: "t", summary: "s", parameters: ["type": "object"])]
        let (texts, bodies) = try await asked([request, request], [FakeScript(failure: .init(400))])
        #expect(texts.joined() == FakeOpenAI.text(tokens: 12) + FakeOpenAI.text(tokens: 12))
        #expect(bodies.map { $0.contains("get_debts") } == [true, false, false])
    }

    @Test("a prompt too long for the model is asked once more without the conversation so far (F46)")
    func tooLong() async throws {
        var request = try completionRequest("And now?")
        let question = request.prompt.messages.removeLast()
        request.prompt.messages += [
            .init(role: .user, content: "Earlier question"), .init(role: .assistant, content: "Earlier answer"),
            question,
        ]
        let refusal = FakeScript(failure: .init(400, code: "context_length_exceeded"))
        let (texts, bodies) = try await asked([request], [refusal])
        #expect(texts.joined() == FakeOpenAI.text(tokens: 12))
        #expect(bodies.map { $0.contains("Earlier answer") } == [true, false])
        await #expect(throws: PortError.self) { _ = try await asked([request], [refusal, refusal]) }
    }

    @Test("calls arrive as calls, with the end that waits for their answers")
    func calls() async throws {
        try await FakeOpenAI.with { fake in
            fake.enqueue(.with { $0.calls = [.init("get_month", #"{"month":"2026-04"}"#), .init("get_debts")] })
            let told = try await told("Look it up", fake)
            let calls = told.events.compactMap { if case .toolCall(let call) = $0 { call } else { nil } }
            #expect(calls.map(\.name) == ["get_month", "get_debts"])
            #expect(calls.map(\.arguments) == [#"{"month":"2026-04"}"#, "{}"])
            #expect(told.last == .finished(.toolCalls))
        }
    }

    @Test("a long wait that the provider names is told to the caller")
    func retryAfter() async throws {
        try await FakeOpenAI.with { fake in
            let told = try await told("[fake: error=429 retry_after=60]", fake)
            #expect(told.error?.retryAfter == .seconds(60))
        }
    }

    @Test("what the receiver throws is thrown on as it is")
    func receiverThrows() async throws {
        struct Enough: Error {}
        try await FakeOpenAI.with { fake in
            let told = try await told("hello", fake) { _ in throw Enough() }
            #expect(told.stranger is Enough)
        }
    }

    @Test("cancelling the turn closes the request and is told as cancelled")
    func cancel() async throws {
        try await FakeOpenAI.with { fake in
            let turn = Task { try await told("[fake: tokens=100000 gap=5]", fake) }
            let request = try await fake.nextRequest()
            try await fake.exchange(request) { !$0.text.isEmpty }
            turn.cancel()
            try await fake.closed(request)
            #expect(try await turn.value.error?.code == .cancelled)
        }
    }

    @Test("every failure of the client has a code of the port", arguments: OpenAIError.Code.allCases)
    func mapping(code: OpenAIError.Code) {
        let error = PortError(OpenAIError(code, "words", retryAfter: .seconds(3), note: "prose"))
        #expect(error.retryAfter == .seconds(3))
        #expect(error.message == "openai: \(code.rawValue): words")
        let lasting: Set<OpenAIError.Code> = [
            .unauthorised, .forbidden, .notFound, .badRequest, .contextTooLong, .malformed, .cancelled,
        ]
        #expect(error.isRetryable != lasting.contains(code))
    }
}
