import TestKit
import TestServers
import Testing

@testable import Telegram

@Suite("A call that is made again", .timeLimit(.minutes(1)))
struct BotRetryingTests {
    /// With `random` 0.5: half of 500 ms, of 1 s and of 2 s.
    static let waits = [Duration.milliseconds(250), .milliseconds(500), .seconds(1)]

    /// Moves the clock on whenever the client sleeps so long.
    private func walk(_ scene: Scene, _ waits: [Duration]) async throws {
        for wait in waits {
            try await scene.clock.hasSlept(for: wait)
            scene.clock.advance(by: wait)
        }
    }

    @Test("5xx is tried again with growing waits, and succeeds")
    func serverFails() async throws {
        // What is repeated keeps the chat's pace too, which would hide the waits.
        try await Scene.with(settings: { $0.limits.window = .milliseconds(1) }) { scene in
            scene.fake.misbehave(.refusal(500, "Internal Server Error"))
            scene.fake.misbehave(.page(502))
            async let error = scene.sending()
            try await walk(scene, Array(Self.waits.prefix(2)))
            #expect(await error == nil && scene.texts == ["Hello"] && scene.fake.calls.count == 3)
        }
    }

    @Test("after three repetitions it is given up")
    func givenUp() async throws {
        try await Scene.with(settings: { $0.limits.window = .milliseconds(1) }) { scene in
            scene.fake.misbehave(.refusal(500, "Internal Server Error"), times: 9)
            async let error = scene.sending()
            try await walk(scene, Self.waits)
            #expect(await error?.code == .serverFailed && scene.fake.calls.count == 4)
        }
    }

    @Test("a repetition keeps the chat's pace")
    func pace() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.refusal(500, "Internal Server Error"))
            async let error = scene.sending()
            try await walk(scene, [.milliseconds(250), .milliseconds(800)])
            #expect(await error == nil && scene.fake.calls.count == 2)
        }
    }

    @Test("429 waits as long as Telegram says, and so does whoever writes to that chat meanwhile")
    func tooMany() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.refusal(429, "Too Many Requests: retry after 7", retryAfter: 7))
            async let first = scene.sending("One")
            try await scene.clock.hasSlept(for: .seconds(7))
            async let second = scene.sending("Two")
            try await scene.clock.hasSlept(for: .seconds(7), times: 2)
            #expect(await scene.sending(to: ChatID(2)) == nil, "another chat does not wait")
            #expect(scene.fake.calls.count == 2 && scene.texts.isEmpty)
            scene.clock.advance(by: .seconds(7))
            try await scene.clock.hasSlept(for: .milliseconds(1_050))
            scene.clock.advance(by: .milliseconds(1_050))
            let errors = await [first, second]
            #expect(errors == [nil, nil] && Set(scene.texts) == ["One", "Two"] && scene.fake.calls.count == 4)
        }
    }

    @Test("a pause longer than the patience is told at once, and holds for the next message too")
    func longPause() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.refusal(429, "Too Many Requests", retryAfter: 60))
            let first = await scene.sending()
            #expect(first?.code == .rateLimited && first?.retryAfter == .seconds(60))
            let second = await scene.sending()
            #expect(second?.code == .rateLimited && second?.retryAfter == .seconds(60) && scene.fake.calls.count == 1)
            try await scene.bot.showTyping(in: Scene.chat)
            #expect(scene.fake.calls.count == 1, "no typing in a chat that pauses")
            scene.clock.advance(by: .seconds(60))
            #expect(await scene.sending() == nil)
        }
    }

    @Test("a message without an answer is not sent again, since it may have arrived", arguments: [false, true])
    func silence(isDone: Bool) async throws {
        try await Scene.with(settings: {
            $0.connectTime = .milliseconds(1_500)
            $0.totalTime = .seconds(2)
        }) { scene in
            scene.fake.misbehave(.silence, afterDoing: isDone)
            #expect(await scene.sending()?.code == .unanswered)
            #expect(scene.fake.calls.count == 1 && scene.texts.count == (isDone ? 1 : 0))
        }
    }

    @Test("nor one whose connection ends", arguments: [BotMischief.cut, .reset, .half])
    func brokenOff(mischief: BotMischief) async throws {
        try await Scene.with { scene in
            for round in 1...3 {
                #expect(await scene.sending("good", to: ChatID(Int64(round))) == nil)
                scene.fake.misbehave(mischief, afterDoing: true)
                let error = await scene.sending("bad", to: ChatID(Int64(round + 10)))
                #expect(error?.code == .unanswered && scene.fake.texts(to: Int64(round + 10)) == ["bad"])
            }
            #expect(scene.fake.calls.count == 6)
        }
    }

    @Test("what does no harm twice is repeated", arguments: [BotMischief.cut, .reset, .refusal(500, "")])
    func repeatable(mischief: BotMischief) async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(mischief)
            async let me = scene.bot.getMe()
            try await walk(scene, [Self.waits[0]])
            let name = try await me.username
            #expect(name == "RehoBot" && scene.fake.calls.count == 2)
        }
    }

    @Test("typing is never repeated")
    func typing() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.refusal(500, ""))
            let error = await scene.failure { bot throws(BotError) in try await bot.showTyping(in: Scene.chat) }
            #expect(error?.code == .serverFailed && scene.fake.calls.count == 1)
        }
    }

    @Test("nobody there is tried again, then unreachable")
    func unreachable() async throws {
        let port = FreePort.next()
        try await Scene.with(address: "http://127.0.0.1:\(port)", settings: { $0.limits.window = .milliseconds(1) }) {
            scene in
            async let error = scene.sending()
            try await walk(scene, Self.waits)
            #expect(await error?.code == .unreachable && scene.fake.calls.isEmpty)
        }
    }

    @Test("a wait ends when the task is cancelled, and a closed client makes no call")
    func cancelled() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.refusal(429, "", retryAfter: 30))
            let sending = Task { await scene.sending() }
            try await scene.clock.hasSlept(for: .seconds(30))
            sending.cancel()
            #expect(await sending.value?.code == .cancelled)
            await scene.bot.close()
            #expect(await scene.sending(to: ChatID(2))?.code == .closed && scene.fake.calls.count == 1)
        }
    }
}
