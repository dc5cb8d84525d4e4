import Curl
import TestServers
import Testing

@testable import OpenAI

@Suite("Trying again")
struct OpenAIClientRetryTests {
    @Test(
        "what may pass is tried twice more, with drawn waits, and then told",
        arguments: [
            ("error=429", OpenAIError.Code.rateLimited), ("error=500", .serverFailed),
            ("error=502 html", .serverFailed),
            ("error=503", .overloaded), ("error=529", .overloaded), ("error=408", .serverTimeout),
            ("error=409", .conflict), ("disconnect=0", .brokenOff), ("errorevent=0 code=slow_down", .rateLimited),
        ])
    func passing(words: String, expected: OpenAIError.Code) async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: \(words)]", fake)
            #expect(asked.error?.code == expected)
            #expect(asked.requests == 3)
            #expect(asked.waits == [.milliseconds(250), .milliseconds(500)])
            let again = try await Asked.about("[fake: \(words) times=2]", fake)
            #expect(again.text == FakeOpenAI.text(tokens: 12))
            #expect(again.requests == 3)
        }
    }

    @Test(
        "what waiting does not mend is asked once",
        arguments: [
            ("error=401", OpenAIError.Code.unauthorised), ("error=403", .forbidden), ("error=404", .notFound),
            ("error=400", .badRequest), ("error=400 code=context_length_exceeded", .contextTooLong),
            ("error=429 code=insufficient_quota", .quota), ("error=429 code=project_spend_limit_exceeded", .quota),
        ])
    func lasting(words: String, expected: OpenAIError.Code) async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: \(words)]", fake)
            #expect(asked.error?.code == expected)
            #expect(asked.requests == 1)
            #expect(asked.waits == [])
        }
    }

    @Test(
        "a named wait is kept, in each of its forms; nonsense is drawn instead",
        arguments: [
            ("retry_after=1", Duration.seconds(1)), ("retry_after_ms=1500", .milliseconds(1500)),
            ("retry_after=Sun,_06_Nov_1994_08:49:47_GMT", .seconds(10)), ("retry_after=0", .milliseconds(250)),
            ("retry_after=-5", .milliseconds(250)), ("retry_after=soon", .milliseconds(250)),
        ])
    func retryAfter(words: String, expected: Duration) async throws {
        try await FakeOpenAI.with { fake in
            // A comma would end the word, so the date comes by the queue.
            var script = FakeScript(failure: .init(429))
            let value = String(words.split(separator: "=")[1]).replacing("_", with: " ")
            if words.hasPrefix("retry_after_ms") {
                script.failure?.retryAfterMilliseconds = value
            } else {
                script.failure?.retryAfter = value
            }
            fake.enqueue(script)
            let asked = try await Asked.about("hello", fake)
            #expect(asked.text == FakeOpenAI.text(tokens: 12))
            #expect(asked.waits == [expected])
        }
    }

    @Test("a named wait that is too long is told at once, with its length")
    func tooLongAWait() async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("[fake: error=429 retry_after=9999]", fake)
            #expect(asked.error?.code == .rateLimited)
            #expect(asked.error?.retryAfter == .seconds(9999))
            #expect(asked.requests == 1)
        }
    }

    @Test("no connection is tried again, and told in the end")
    func unreachable() async throws {
        try await FakeOpenAI.with { fake in
            let asked = try await Asked.about("hello", fake) { $0.baseURL = "http://127.0.0.1:1/v1" }
            #expect(asked.error?.code == .unreachable)
            #expect(asked.waits.count == 2)
        }
    }

    @Test("after a first byte that does not come the next attempt answers, and the late answer reaches nobody")
    func firstByte() async throws {
        try await FakeOpenAI.with { fake in
            fake.enqueue(.with { $0.delay = .seconds(60) })
            let asked = try await Asked.about("hello", fake) { $0.deadlines.firstByte = .seconds(3) }
            #expect(asked.text == FakeOpenAI.text(tokens: 12))
            #expect(asked.requests == 2)
            try await fake.closed(try await fake.nextRequest())
        }
    }

    @Test("no error shows the provider's words or a key")
    func words() async throws {
        try await FakeOpenAI.with { fake in
            for words in ["error=401", "error=500", "error=400", "errorevent=0"] {
                let error = try #require(try await Asked.about("[fake: \(words)]", fake).error)
                #expect(!error.description.contains("provider says") && !error.description.contains("sk-"))
                #expect(error.note == "The provider says that [hidden] is in trouble.")
            }
        }
    }
}
