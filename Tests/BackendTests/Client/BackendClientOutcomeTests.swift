import Analyses
import Backend
import TestServers
import Testing

@testable import Drafts

/// The rule behind each: `notSent` only if not a byte of the request left, `unknown` whenever it may have been done.
@Suite("A call that is not answered")
struct BackendClientOutcomeTests {
    static let soon: @Sendable (inout BackendSettings) -> Void = {
        $0.connectTime = .seconds(1)
        $0.totalTime = .seconds(2)
    }

    @Test("a backend that hangs is unknown, whether it did the work or not", arguments: [false, true])
    func hang(isDone: Bool) async throws {
        try await Scene.with(settings: Self.soon) { scene in
            scene.fake.misbehave(.hang, afterDoing: isDone)
            let answer = try await scene.send()
            #expect(answer == .unknown(.timeout))
            #expect(scene.stored == (isDone ? 1 : 0) && scene.fake.requests.count == 1)
            try await scene.fake.closed(try await scene.fake.nextRequest())
        }
    }

    @Test(
        "a connection that ends without an answer is unknown", arguments: [BackendMischief.reset, .close],
        [false, true])
    func brokenOff(mischief: BackendMischief, isDone: Bool) async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(mischief, afterDoing: isDone)
            let answer = try await scene.send()
            #expect(answer == .unknown(.brokenOff))
            #expect(scene.stored == (isDone ? 1 : 0) && scene.fake.requests.count == 1)
        }
    }

    @Test(
        "a write after a good one is never sent twice, although the server ends its connection without an answer",
        arguments: [BackendMischief.reset, .close])
    func noSecondSending(mischief: BackendMischief) async throws {
        try await Scene.with { scene in
            for round in 1...3 {
                let good = try await scene.send(Scene.lunch("good \(round)"))
                guard case .answered(200, .json) = good else { throw WrongAnswer(answer: good) }
                scene.fake.misbehave(mischief, afterDoing: true)
                let bad = try await scene.send(Scene.lunch("bad \(round)"))
                #expect(bad == .unknown(.brokenOff))
                #expect(scene.stored == round * 2 && scene.fake.requests.count == round * 2)
                #expect(scene.fake.connections == round * 2, "each call has a connection of its own")
            }
        }
    }

    @Test("what is not HTTP is unknown: it may have been done before")
    func garbage() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.garbage, afterDoing: true)
            let answer = try await scene.send()
            #expect(answer == .unknown(.malformed))
            #expect(scene.stored == 1)
        }
    }

    @Test("an answer past its time is unknown while its head is not here, and an answer after")
    func drip() async throws {
        try await Scene.with(settings: Self.soon) { scene in
            scene.fake.misbehave(.drip(.milliseconds(50)))
            let early = try await scene.send()
            #expect(early == .unknown(.timeout))
            scene.fake.misbehave(.stall)
            let late = try await scene.send()
            guard case .answered(200, .partial(let count)) = late, count > 0 else { throw WrongAnswer(answer: late) }
        }
        try await Scene.with { scene in
            scene.fake.misbehave(.drip(.milliseconds(1)))
            let whole = try await scene.send()
            guard case .answered(200, .json) = whole else { throw WrongAnswer(answer: whole) }
        }
    }

    @Test("nobody listens: surely not sent")
    func refused() async throws {
        // A port found free may be another test's by now; nobody serves the first one.
        try await Scene.with(address: { _ in "http://127.0.0.1:1/api/v1" }) { scene in
            let answer = try await scene.send()
            #expect(answer == .notSent(.refused))
        }
    }

    @Test("a host without an address: surely not sent")
    func noAddress() async throws {
        try await Scene.with(address: { _ in "http://nowhere.invalid/api/v1" }) { scene in
            let answer = try await scene.send()
            // A resolver that is away takes all the time there is for a connection.
            #expect([.notSent(.noAddress), .notSent(.connectTimeout)].contains(answer))
        }
    }

    @Test("https to a plain port: surely not sent, and the token did not leave")
    func untrusted() async throws {
        try await Scene.with(address: { "https://127.0.0.1:\($0.port)/api/v1" }) { scene in
            let answer = try await scene.send()
            #expect(answer == .notSent(.untrusted))
            #expect(scene.fake.requests.isEmpty)
        }
    }

    @Test("a connection that is never accepted: surely not sent, in its own time")
    func connectTimeout() async throws {
        let deaf = try DeafPort()
        defer { deaf.close() }
        try await Scene.with(
            address: { _ in "http://127.0.0.1:\(deaf.number)/api/v1" },
            settings: { $0.connectTime = .milliseconds(300) }
        ) { scene in
            let answer = try await scene.send()
            #expect(answer == .notSent(.connectTimeout))
        }
    }

    @Test("as many as allowed are running: one more is not sent")
    func busy() async throws {
        try await Scene.with(settings: { $0.maxCalls = 1 }) { scene in
            scene.fake.misbehave(.hang)
            let waiting = Task { try await scene.send() }
            let first = try await scene.fake.nextRequest()
            let second = try await scene.send()
            #expect(second == .notSent(.busy))
            waiting.cancel()
            try await scene.fake.closed(first)
            let answer = try await waiting.value
            #expect(answer == .unknown(.cancelled))
        }
    }

    @Test("cancelled while it runs: unknown, and the connection closes at once; cancelled before: not sent")
    func cancelled() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.hang, afterDoing: true)
            let running = Task { try await scene.send() }
            let request = try await scene.fake.nextRequest()
            running.cancel()
            try await scene.fake.closed(request, within: .seconds(5))
            let after = try await running.value
            #expect(after == .unknown(.cancelled) && scene.stored == 1)
            let before = try await Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await scene.send()
            }.value
            #expect(before == .notSent(.cancelled) && scene.fake.requests.count == 1)
        }
    }

    @Test("closed while it runs: unknown; closed before: not sent")
    func closed() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.hang, afterDoing: true)
            let running = Task { try await scene.send() }
            _ = try await scene.fake.nextRequest()
            await scene.client.close()
            let after = try await running.value
            #expect(after == .unknown(.closed))
            let late = try await scene.send()
            #expect(late == .notSent(.closed) && scene.fake.requests.count == 1)
        }
    }

    @Test("one call's trouble leaves the others alone")
    func mixed() async throws {
        try await Scene.with(settings: Self.soon) { scene in
            scene.fake.misbehave(.hang)
            let hanging = Task { try await scene.send() }
            _ = try await scene.fake.nextRequest()
            let good = try await scene.send()
            guard case .answered(200, .json) = good else { throw WrongAnswer(answer: good) }
            let answer = try await hanging.value
            #expect(answer == .unknown(.timeout))
        }
    }

    struct WrongAnswer: Error { let answer: BackendAnswer }
}
