import Finance
import Ports
import Prompts
import TestKit
import Testing

@testable import Adapters

@Suite("Who agreed to a model")
struct CompletionsAgreedTests {
    private static func saying(_ words: String) -> Completions {
        Completions(model: "m") { _, receive in
            try await receive(.text(words))
            try await receive(.finished(.complete))
        }
    }

    private static func said(_ agrees: Result<Bool, PortError>) async throws -> [String] {
        let heard = Journal<String>()
        let port = saying("model").agreed(
            by: { _ throws(PortError) in try agrees.get() }, otherwise: saying("coach"), unreadable: "notice")
        let snapshot = try Snapshot(
            documents: NamedPeople.maya, month: Month(containing: NamedPeople.now), asOf: NamedPeople.now)
        let prompt = Prompt(messages: [], figures: [], maxOutputTokens: 1)
        try await port.stream(CompletionRequest(prompt: prompt, snapshot: snapshot, question: "?", safetyID: "s")) {
            event in
            switch event {
            case .text(let words), .written(let words): heard.append(words)
            default: break
            }
        }
        return heard.entries
    }

    @Test("a yes asks the model, a no the coach, and nobody is told what they chose")
    func chosen() async throws {
        #expect(try await Self.said(.success(true)) == ["model"])
        #expect(try await Self.said(.success(false)) == ["coach"])
    }

    @Test("what cannot be read counts as no, and the answer says so first")
    func unreadable() async throws {
        #expect(try await Self.said(.failure(PortError(.unavailable, "away"))) == ["notice", "coach"])
    }
}
