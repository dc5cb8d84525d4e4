import Analyses
import Finance
import Ports
import Prompts
import TestKit
import Testing

@testable import Chat

@Suite("Another person's ids are ids that do not exist (F28)", .timeLimit(.minutes(5)))
struct OwnershipTests {
    private let canary = "CNRY-maya-1"

    /// Maya has a finished turn, and one that runs; Noah tries.
    private func intrude(
        conversation: String? = nil, _ body: @escaping @Sendable (Bench, Client, _ ids: [String]) async throws -> Void
    ) async throws {
        let canary = canary
        try await Bench.with { bench in
            let maya = try await bench.connect()
            let (finished, call) = try await bench.turn(maya, "\(canary) one?")
            call.say("\(canary) answer")
            call.finish()
            let answer = try #require(try await maya.end(of: finished).string("messageId"))
            let (running, live) = try await bench.turn(maya, "\(canary) two?")
            live.say("\(canary) live")
            try await maya.frame("text_delta", 1)
            let before = bench.store.all(of: NamedPeople.mayaID)
            let noah = try await bench.connect("noah", conversation: conversation)
            try await body(bench, noah, [finished, running, answer])
            try await noah.settle()
            #expect(noah.frames.allSatisfy { !$0.text.contains(canary) })
            #expect(bench.store.all(of: NamedPeople.mayaID) == before)
            live.finish()
            #expect(try await maya.end(of: running).type == "turn_completed")
        }
    }

    @Test("Turns: resume and stop answer exactly as for an id that never was")
    func turns() async throws {
        try await intrude { _, noah, ids in
            let unknown = "0198f0a0-1111-7222-8333-444444444444"
            for id in [unknown, ids[0], ids[1]] { noah.resume(id, after: 0) }
            try await noah.frame("error", 2)
            for id in [unknown, ids[0], ids[1]] { noah.stop(id) }
            try await noah.frame("error", 5)
            let answers = noah.frames.of("error").map { $0.text.replacing(/"ts":"[^"]*"/, with: "") }
            #expect(Set(answers).count == 1 && noah.frames.of("error").allSatisfy { $0.code == "not_found" })
        }
    }

    @Test("Messages: regenerate answers exactly as for an id that never was")
    func messages() async throws {
        try await intrude { bench, noah, ids in
            for id in ["aaaaaaaaaaaaaaaaaaaaaaaa", ids[2]] { noah.tell("regenerate", ["messageId": .string(id)]) }
            try await noah.frame("error", 1)
            let answers = noah.frames.of("error").map { $0.text.replacing(/"ts":"[^"]*"/, with: "") }
            #expect(Set(answers).count == 1)
            #expect(bench.model.calls.entries.count == 2)
        }
    }

    @Test(
        "Conversations: a guessed name opens one's own empty thread, and nothing is appended to the other's",
        arguments: ["default_661f0a1b2c3d4e5f60718293", "fixed_convo_661f0a1b2c3d4e5f60718293"])
    func conversations(_ name: String) async throws {
        try await intrude(conversation: name) { bench, noah, _ in
            let (turn, call) = try await bench.turn(noah, "What did we say?")
            #expect(call.request.prompt.messages.allSatisfy { !$0.content.contains("CNRY") })
            call.say("Nothing.")
            call.finish()
            try await noah.end(of: turn)
            #expect(bench.store.all(of: NamedPeople.noahID).contains { $0.text == "Nothing." })
        }
    }

    @Test("Client ids: two people may use the same one")
    func clientIDs() async throws {
        try await Bench.with { bench in
            let (maya, noah) = (try await bench.connect(), try await bench.connect("noah"))
            let mine = try await bench.turn(maya, "Mine?", id: "same")
            let theirs = try await bench.turn(noah, "Theirs?", id: "same")
            #expect(mine.id != theirs.id)
        }
    }
}
