import Ports
import TestKit
import Testing

@testable import Chat

@Suite("A legacy client holds a conversation", .timeLimit(.minutes(5)))
struct LegacyConversationTests {
    @Test("Welcome, message, stream, whole answer, done; on return the history")
    func whole() async throws {
        try await Bench.with(model: ScriptedModel(answering: ["Hello ", "Maya."])) { bench in
            let client = try await bench.connect("maya", .legacy)
            client.session.received(#"{"message":"Hi there"}"#)
            try await client.frame("status")
            #expect(client.frames.map(\.type) == ["full_response", "stream", "stream", "full_response", "status"])
            #expect(client.frames[3].text == #"{"type":"full_response","data":"Hello Maya."}"#)
            client.session.closed()
            let again = try await bench.connect("maya", .legacy)
            let rows = try #require(again.frames[0].object["data"] as? [[String: String]])
            #expect(again.frames[0].type == "initial_history")
            #expect(rows.map { $0["role"] } == ["assistant", "user", "assistant"])
            #expect(rows.map { $0["content"] }.suffix(2) == ["Hi there", "Hello Maya."])
        }
    }

    @Test("A turn that fails ends with an error in both shapes and a done; the socket lives")
    func failed() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect("maya", .legacy)
            client.session.received("Help?")
            try await bench.model.call().fail(PortError(.unavailable, "planned"))
            try await client.frame("status")
            let error = try await client.frame("error")
            #expect(
                error.words != nil && error.object["error"] as? String == error.words && error.code == "ai_unavailable")
            client.session.received("Again?")
            try await bench.model.call(1).finish()
            try await client.frame("status", 1)
        }
    }

    @Test("A message that cannot be saved ends like a failed turn")
    func notSaved() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect("maya", .legacy)
            bench.store.fail(.append)
            client.session.received("Save me")
            try await client.frame("status")
            #expect(client.frames.dropFirst().map(\.type) == ["error", "status"])
            #expect(client.frames[1].code == "not_saved")
        }
    }

    @Test(
        "Bad input gets one typed error, nothing is lost, and the socket lives (F15, F17, F24)",
        arguments: [
            (Dialect.legacy, "5"), (.legacy, "[1]"), (.legacy, "null"), (.legacy, "{}"), (.legacy, #"{"message":5}"#),
            (.legacy, String(repeating: "[", count: 10_000)), (.legacy, String(repeating: "x", count: 4_001)),
            (.v2, "hello"), (.v2, #"{"type":"dance"}"#), (.v2, #"{"type":"resume","turnId":"x","afterSeq":0}"#),
            (.v2, #"{"type":"send","clientMsgId":"c","message":""}"#), (.v2, #"{"v":9,"type":"ping"}"#),
        ])
    func badInput(_ dialect: Dialect, _ text: String) async throws {
        try await Bench.with(model: ScriptedModel(answering: ["ok"])) { bench in
            let client = try await bench.connect("maya", dialect)
            client.session.received(text)
            client.session.receivedBinary(12)
            #expect(client.frames.of("error").count == 2)
            #expect(client.frames.of("error")[1].code == "bad_request")
            let question = dialect == .legacy ? "Fine?" : #"{"type":"send","clientMsgId":"ok","message":"Fine?"}"#
            client.session.received(question)
            try await client.frame(dialect == .legacy ? "status" : "turn_completed")
            #expect(bench.model.calls.entries.map(\.request.question) == ["Fine?"])
        }
    }

    @Test("Silence is silence", arguments: ["", "   ", #"{"message":""}"#])
    func silence(_ text: String) async throws {
        try await Bench.with { bench in
            let client = try await bench.connect("maya", .legacy)
            client.session.received(text)
            #expect(client.frames.count == 1)
            _ = try await soon { bench.desk.errands.load == (0, 0) }
            #expect(bench.store.all(of: NamedPeople.mayaID).count == 1)
        }
    }
}
