import Finance
import NIOConcurrencyHelpers
import Ports
import Prompts
import TestKit
import TestServers
import Testing

@testable import Adapters

/// What the provider says it counted, beside what was heard of it.
private struct Oracle: Sendable {
    var calls = 0
    var promptTokens = 0
    var completionTokens = 0
    var cost = Spend.zero
    var estimated = Spend.zero

    mutating func add(_ usage: Usage) {
        let cost = PriceList.openAI.quote(for: "gpt-4o").price.cost(
            prompt: usage.promptTokens, completion: usage.completionTokens)
        calls += 1
        promptTokens += usage.promptTokens
        completionTokens += usage.completionTokens
        self.cost += cost
        if usage.isEstimated { estimated += cost }
    }
}

extension OverMongo {
    @Suite("The ledger in a long run")
    struct SpendSoakTests {
        /// What turn `number` asks for, and what it is expected to take; nil for nothing.
        private static func turn(_ number: Int) throws -> (words: String, usage: Usage?) {
            let tokens = number % 37 + 1
            func usage(_ prompt: Int, _ completion: Int, isEstimated: Bool) -> Usage {
                Usage(promptTokens: prompt, completionTokens: completion, model: "gpt-4o", isEstimated: isEstimated)
            }
            func own(_ words: String, _ completion: Int) throws -> Usage {
                let prompt = SpendDesk.promptTokens(of: try completionRequest(words))
                return usage(prompt, completion, isEstimated: true)
            }
            switch number % 20 {
            case 17:
                let words = "\(number) [fake: tokens=\(tokens) usage=missing]"
                return (words, try own(words, TokenEstimate.of(FakeOpenAI.text(tokens: tokens))))
            case 18:
                let words = "\(number) [fake: tokens=9 disconnect=4]"
                return (words, try own(words, TokenEstimate.of(FakeOpenAI.text(tokens: 4))))
            case 19: return ("\(number) [fake: error=400]", nil)
            default: return ("\(number) [fake: tokens=\(tokens)]", usage(1_000, tokens, isEstimated: false))
            }
        }

        @Test(
            "after 1,000 turns, some of them cut or refused, the ledger is the sum of what the provider told, to the token"
        )
        func soak() async throws {
            try await MongoScene.with { scene in
                try await FakeOpenAI.with { fake in
                    try await withOpenAI(fake) { client in
                        let ledger = SpendLedger.mongo(scene.client)
                        let desk = SpendDesk(ledger, .init(caps: .none), now: { NamedPeople.now })
                        let port = Completions.openAI(client).metered(at: desk, as: .chat)
                        try await withThrowingTaskGroup(of: Void.self) { group in
                            group.addTask { await desk.run() }
                            try await Self.run(port, turns: 1_000, width: 16)
                            group.cancelAll()
                        }
                        #expect(await desk.close() == 0)
                        try await Self.compare(ledger)
                    }
                }
            }
        }

        private static func run(_ port: Completions, turns: Int, width: Int) async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lane in 0..<width {
                    group.addTask {
                        for number in stride(from: lane, to: turns, by: width) {
                            // Failing is part of some scripts.
                            try? await port.stream(completionRequest(turn(number).words)) { _ in }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }

        private static func compare(_ ledger: SpendLedger) async throws {
            var oracle = Oracle()
            for number in 0..<1_000 {
                if let usage = try turn(number).usage { oracle.add(usage) }
            }
            let day = Day(NamedPeople.now)
            let lines = try await ledger.usage(day...day)
            let line = try #require(lines.first)
            #expect(lines.count == 1 && line.model == "gpt-4o" && line.open == 0 && line.reserved == .zero)
            #expect(line.requests == oracle.calls && oracle.calls == 950)
            #expect(line.promptTokens == oracle.promptTokens)
            #expect(line.completionTokens == oracle.completionTokens)
            #expect(line.spent == oracle.cost && line.estimated == oracle.estimated)
        }
    }
}
