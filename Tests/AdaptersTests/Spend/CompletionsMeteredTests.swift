import Finance
import Foundation
import NIOConcurrencyHelpers
import OpenAI
import Ports
import Prompts
import TestKit
import TestServers
import Testing

@testable import Adapters

@Suite("Completions that are paid for")
struct CompletionsMeteredTests {
    private let bound = SpendDeskTests.bound
    private let prompt = SpendDeskTests.prompt

    private func caps(_ micros: Int64) -> SpendCaps {
        SpendCaps(turn: nil, person: nil, everyone: Spend(microdollars: micros))
    }

    private func usage(_ prompt: Int, _ completion: Int) -> CompletionEvent {
        .usage(Usage(promptTokens: prompt, completionTokens: completion, model: "told", isEstimated: false))
    }

    /// Everything that was said.
    private func words(_ port: Completions, _ request: CompletionRequest) async throws -> String {
        let said = NIOLockedValueBox("")
        try await port.stream(request) { event in
            switch event {
            case .text(let text), .written(let text): said.withLockedValue { $0 += text }
            default: break
            }
        }
        return said.withLockedValue { $0 }
    }

    @Test("money is set aside while the model speaks, and what the provider tells is booked at the price of its model")
    func whole() async throws {
        let (scene, model) = (SpendScene(), ScriptedModel())
        let port = model.port.metered(at: scene.desk, as: .wording)
        #expect(port.model == "scripted")
        async let said = words(port, completionRequest("Hello?"))
        let call = try await model.call()
        #expect(try await scene.lines().map(\.reserved) == [Spend(microdollars: bound)])
        call.tell(.text("Hi."))
        call.tell(usage(20, 3))
        call.finish()
        #expect(try await said == "Hi.")
        await scene.desk.close()
        let line = try #require(try await scene.lines().first)
        #expect(line.feature == "wording" && line.model == "scripted")
        #expect(line.requests == 1 && line.promptTokens == 20 && line.completionTokens == 3)
        #expect(line.spent == Spend(microdollars: 26) && line.estimated == .zero && line.open == 0)
    }

    @Test("what is stopped is booked by our own count although its task was cancelled")
    func stopped() async throws {
        let (scene, model) = (SpendScene(), ScriptedModel())
        let port = model.port.metered(at: scene.desk, as: .chat)
        let turn = Task { try await words(port, completionRequest("Hello?")) }
        let call = try await model.call()
        call.tell(.text("Four"))
        turn.cancel()
        _ = try? await turn.value
        #expect(await scene.desk.close() == 0)
        let line = try #require(try await scene.lines().first)
        #expect(line.requests == 1 && line.promptTokens == prompt && line.open == 0 && line.estimated == line.spent)
    }

    @Test("what breaks off is booked by our own count; what fails before its first word is not")
    func broken() async throws {
        let (scene, model) = (SpendScene(), ScriptedModel())
        let port = model.port.metered(at: scene.desk, as: .chat)
        for (index, begins) in [true, false].enumerated() {
            let turn = Task { try await words(port, completionRequest("Hello?")) }
            let call = try await model.call(index)
            if begins { call.tell(.text("Four")) }
            call.fail(PortError(.unavailable, "cut"))
            await #expect(throws: PortError.self) { _ = try await turn.value }
        }
        await scene.desk.close()
        let line = try #require(try await scene.lines().first)
        #expect(line.requests == 1 && line.completionTokens == 1 && line.promptTokens == prompt)
        #expect(line.spent == Spend(microdollars: Int64(prompt) + 2) && line.open == 0 && line.reserved == .zero)
    }

    @Test("up to four fifths of a cap the usual model answers, then the smaller, then the coach with a notice")
    func degrades() async throws {
        let small = (bound - 700) / 2
        // One call of the usual model, then one of the smaller, and not a third of either.
        let scene = SpendScene(caps(bound + small + 100))
        let port = ScriptedModel(answering: ["usual"]).port.metered(
            at: scene.desk, as: .chat,
            orSmaller: Completions(model: "small") { _, receive in try await receive(.written("small")) }
        ).fallingBack(to: Completions(model: "coach") { _, receive in try await receive(.written("coach")) }) {
            SpendNotice.words(for: $0, otherwise: "other ")
        }
        let request = try completionRequest("Hello?")
        // Held, so that nothing makes room again.
        let first = try await scene.desk.reserve(PaidCall(request), .chat, models: ["scripted", "small"])
        #expect(first.choice == 0)
        let second = try await scene.desk.reserve(PaidCall(request), .chat, models: ["scripted", "small"])
        #expect(second.choice == 1 && second.model == "small")
        let said = try await words(port, request)
        #expect(said.hasPrefix("The limit on longer answers is reached for now.") && said.hasSuffix("coach"))
        // Released, there is room for the smaller one again.
        scene.desk.settle(second, turn: nil, taken: SpendTab(promptTokens: 0))
        await scene.desk.close()
        #expect(try await words(port, request) == "small")
        #expect(scene.refusals("everyone") == 1)
    }

    @Test("the rounds of one answer share its cap; another answer begins afresh")
    func turn() async throws {
        let cap = Spend(microdollars: bound + 500)
        let scene = SpendScene(SpendCaps(turn: cap, person: nil, everyone: nil))
        let port = Completions(model: "scripted") { _, receive in
            try await receive(self.usage(0, 250))
        }.metered(at: scene.desk, as: .chat)
        var request = try completionRequest("Hello?")
        request.turn = "one"
        for _ in 0..<2 { _ = try await words(port, request) }
        let error = await PortError.thrown { _ = try await words(port, request) }
        #expect(error?.code == .capped && error?.retryAfter == nil)
        request.turn = "two"
        _ = try await words(port, request)
        #expect(scene.refusals("turn") == 1)
    }

    @Test(
        "a ledger that is away stops the model before it is asked, and the coach answers; back again, so is the model")
    func away() async throws {
        let scene = SpendScene()
        let port = ScriptedModel(answering: ["model"]).port.metered(at: scene.desk, as: .chat)
            .fallingBack(to: Completions(model: "coach") { _, receive in try await receive(.written("coach")) }) {
                SpendNotice.words(for: $0, otherwise: "notice ")
            }
        scene.isAway.withLockedValue { $0 = true }
        // More often than an outage of the provider would be suffered.
        for _ in 0..<8 { #expect(try await words(port, completionRequest("Hello?")) == "notice coach") }
        scene.isAway.withLockedValue { $0 = false }
        #expect(try await words(port, completionRequest("Hello?")) == "model")
        #expect(scene.refusals("ledger") == 8)
    }

    @Test("a call that goes on over midnight counts for the day it began on, and the new day has its whole cap")
    func midnight() async throws {
        let (scene, model) = (SpendScene(caps(bound)), ScriptedModel())
        let port = model.port.metered(at: scene.desk, as: .chat)
        let eve = Day(scene.clock.date)
        async let late = words(port, completionRequest("Hello?"))
        let call = try await model.call()
        scene.clock.advance(by: .seconds(86_400))
        async let early = words(port, completionRequest("Hello?"))
        let next = try await model.call(1)
        for (call, tokens) in [(call, 7), (next, 9)] {
            call.tell(usage(tokens, 0))
            call.finish()
        }
        _ = try await (late, early)
        await scene.desk.close()
        #expect(try await scene.lines().map(\.day) == [eve.advanced(by: 1), eve])
        #expect(try await scene.lines().map(\.promptTokens) == [9, 7])
    }
}
