import Curl
import FoundationEssentials
import Logging
import NIOConcurrencyHelpers
import TestServers
import Testing

@testable import OpenAI

/// A clock on which sleep takes no time: it notes how long it would have been and moves on.
final class LeapingClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let state = NIOLockedValueBox((now: Duration.zero, slept: [Duration]()))

    var now: Instant { Instant(offset: state.withLockedValue { $0.now }) }
    var minimumResolution: Duration { .nanoseconds(1) }
    var slept: [Duration] { state.withLockedValue { $0.slept } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        state.withLockedValue { state in
            state.slept.append(deadline.offset - state.now)
            state.now = max(state.now, deadline.offset)
        }
    }
}

/// What one question to the fake came to.
struct Asked {
    var text = ""
    var texts: [String] = []
    var end: AnswerEnd?
    var error: OpenAIError?
    var waits: [Duration] = []
    var requests = 0

    /// Asks once over a client of its own.
    static func about(
        _ words: String, _ fake: FakeOpenAI, _ edit: (inout OpenAISettings) -> Void = { _ in }
    ) async throws -> Asked {
        try await withCurl { curl in
            var settings = OpenAISettings(apiKey: APIKey("sk-fake"), baseURL: fake.baseURL)
            edit(&settings)
            let clock = LeapingClock()
            let client = OpenAIClient(
                settings, curl: curl, logger: Logger(label: "test"), clock: clock, random: { 0.5 },
                now: { Date(timeIntervalSince1970: 784_111_777) })
            let before = fake.stats.requests
            var asked = Asked()
            do {
                let messages = [ChatMessage(role: "user", content: words)]
                try await client.stream(messages, maxTokens: 100, safetyID: "someone") { event in
                    switch event {
                    case .text(let text): asked.texts.append(text)
                    case .finished(let end): asked.end = end
                    }
                }
            } catch let error as OpenAIError {
                asked.error = error
            }
            asked.text = asked.texts.joined()
            asked.waits = clock.slept
            asked.requests = fake.stats.requests - before
            return asked
        }
    }
}

@Suite("Streamed answers")
struct OpenAIClientTests {
    @Test("an answer arrives token by token and whole, with its cost")
    func whole() async throws {
        try await FakeOpenAI.with(usual: FakeScript(tokens: 40), key: "sk-fake") { fake in
            let asked = try await Asked.about("hello", fake)
            #expect(asked.text == FakeOpenAI.text(tokens: 40))
            #expect(asked.texts.count == 40)
            #expect(asked.end?.reason == .complete)
            #expect(asked.end?.usage == AnswerEnd.Usage(promptTokens: 1000, completionTokens: 40))
            let request = try await fake.nextRequest()
            #expect(request.header("authorization") == "Bearer sk-fake")
            #expect(request.header("content-type") == "application/json")
            #expect(request.chat?.lastUserMessage == "hello")
            #expect(asked.text == fake.exchange(request).text)
        }
    }

    @Test(
        "however the stream is written and torn, the text is the same",
        arguments: [
            "split", "crlf", "cr", "mixed", "comments", "split comments mixed", "http10", "split crlf http10",
            "finishonly", "afterdone", "emptylines=200000", "usage=missing", "usage=absurd",
        ])
    func forms(words: String) async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: tokens=25 \(words)]", fake)
            #expect(asked.text == FakeOpenAI.text(tokens: 25))
            #expect(asked.end?.reason == .complete)
            #expect((asked.end?.usage == nil) == (words.contains("usage")))
        }
    }

    @Test("a connection held open after [DONE] holds up nobody")
    func holdOpen() async throws {
        try await FakeOpenAI.with { fake in
            let settings = OpenAISettings(apiKey: APIKey(""))
            let start = ContinuousClock.now
            let asked = try await Asked.about("[fake: holdopen]", fake)
            #expect(asked.end?.reason == .complete)
            #expect(ContinuousClock.now - start < settings.deadlines.idle)
            try await fake.closed(try await fake.nextRequest())
        }
    }

    @Test("a limit, a filter and a refusal are told apart from a whole answer")
    func reasons() async throws {
        try await FakeOpenAI.with { fake in
            #expect(try await Asked.about("[fake: length]", fake).end?.reason == .truncated)
            #expect(try await Asked.about("[fake: content_filter]", fake).end?.reason == .filtered)
            let refused = try await Asked.about("[fake: refusal]", fake)
            #expect(refused.end?.reason == .filtered && refused.text == "")
            #expect(try await Asked.about("[fake: empty]", fake).error?.code == .empty)
        }
    }

    @Test(
        "after the first word nothing is tried again: the text so far stands, and the error says why there is no more",
        arguments: [
            ("disconnect=3", OpenAIError.Code.brokenOff), ("nodone", .brokenOff), ("doneonly", .brokenOff),
            ("stall=3", .stalled), ("malformed=3", .malformed), ("errorevent=3", .serverFailed),
        ])
    func midway(words: String, expected: OpenAIError.Code) async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: \(words)]", fake) { settings in
                if expected == .stalled { settings.deadlines.idle = .seconds(2) }
            }
            #expect(asked.error?.code == expected)
            #expect(asked.end == nil)
            #expect(FakeOpenAI.text(tokens: 12).hasPrefix(asked.text) && asked.texts.count >= 3)
            #expect(asked.requests == 1)
        }
    }

    @Test("a line that never ends is refused at its limit, and is not tried again")
    func bigLine() async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: bigline=2000000]", fake)
            #expect(asked.error?.code == .malformed)
            #expect(asked.requests == 1)
        }
    }

    @Test("what is no stream is an error of its kind", arguments: ["json200", "html200", "redirect", "gzip"])
    func noStream(words: String) async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: \(words)]", fake)
            #expect(asked.error?.code == .malformed)
            #expect(asked.requests == 1)
        }
    }

    @Test("the turn ends in time although the provider drips on")
    func overTime() async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: tokens=100000 gap=10]", fake) {
                $0.deadlines.total = .seconds(2)
            }
            #expect(asked.error?.code == .overTime)
            #expect(!asked.text.isEmpty)
        }
    }

    @Test("an answer over its limit is cut, says so, and the rest is not read")
    func tooLong() async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: tokens=1000000 gap=1]", fake) { $0.maxAnswerBytes = 50 }
            #expect(asked.end?.reason == .truncated)
            #expect(asked.text.utf8.count <= 50)
            try await fake.closed(try await fake.nextRequest())
        }
    }

    @Test("what the receiver throws ends the request at once and is thrown on")
    func receiverThrows() async throws {
        struct Enough: Error {}
        try await FakeOpenAI.with(usual: FakeScript(tokens: 100_000, gap: .milliseconds(1))) { fake in
            try await withCurl { curl in
                let settings = OpenAISettings(apiKey: APIKey("k"), baseURL: fake.baseURL)
                let client = OpenAIClient(settings, curl: curl, logger: Logger(label: "test"))
                await #expect(throws: Enough.self) {
                    try await client.stream([ChatMessage(role: "user", content: "x")], maxTokens: 9, safetyID: "x") {
                        _ in
                        throw Enough()
                    }
                }
                try await fake.closed(try await fake.nextRequest())
                #expect(fake.stats.requests == 1)
            }
        }
    }

    @Test(
        "a stop closes the upstream request within 250 ms, before the first token and after it",
        arguments: ["[fake: ttft=60000]", "[fake: tokens=100000 gap=5]"])
    func stop(words: String) async throws {
        try await FakeOpenAI.with { fake in
            try await expectSoon("stop to upstream close") {
                let turn = Task { try await Asked.about(words, fake) }
                let request = try await fake.nextRequest()
                if words.contains("tokens") { try await fake.exchange(request) { $0.text.count > 20 } }
                let stop = ContinuousClock.now
                turn.cancel()
                let closed = try await fake.closed(request)
                let error = try await turn.value.error
                #expect(error?.code == .cancelled)
                return closed - stop
            }
            #expect(fake.stats.finished == 0)
        }
    }

    @Test("the probe knows a good key from a bad one, and an address without the API")
    func probe() async throws {
        try await FakeOpenAI.with(key: "good") { fake in
            try await withCurl { curl in
                func probe(_ key: String, _ address: String) async -> OpenAIError.Code? {
                    let settings = OpenAISettings(apiKey: APIKey(key), baseURL: address)
                    let client = OpenAIClient(settings, curl: curl, logger: Logger(label: "test"))
                    do { try await client.probe() } catch { return (error as? OpenAIError)?.code }
                    return nil
                }
                #expect(await probe("good", fake.baseURL) == nil)
                #expect(await probe("bad", fake.baseURL) == .unauthorised)
                #expect(await probe("", fake.baseURL) == .unauthorised)
                #expect(await probe("good", "http://127.0.0.1:1") == .unreachable)
            }
        }
    }
}
