import Analyses
import Foundation
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Coming in", .timeLimit(.minutes(5)))
struct AdmissionTests {
    @Test(
        "A failed identity is a readable frame and then the dialect's close code (F25)",
        arguments: [
            (IdentityError.invalid, "Invalid token", UInt16(4501)), (.expired, "Token has expired", 4401),
            (.noUser, "User ID not found in token", 4501), (.refused, "Account is not active", 4503),
        ])
    func refused(_ error: IdentityError, _ reason: String, _ code: UInt16) async throws {
        try await Bench.with { bench in
            bench.doorman.rejects("bad", error)
            let current = bench.open("bad")
            #expect(try await current.closeCode() == code)
            #expect(
                current.frames.count == 1
                    && current.frames[0].object["error"] as? String == "Authentication failed: \(reason)")
            let legacy = bench.open("bad", .legacy)
            #expect(try await legacy.closeCode() == 1008)
            let frame = try #require(legacy.frames.first)
            #expect(frame.type == "error" && frame.object["error"] as? String == "Authentication failed: \(reason)")
            #expect(bench.desk.load.sockets == 0)
        }
    }

    @Test("A legacy socket without a token is told so at once")
    func legacyMissing() async throws {
        try await Bench.with { bench in
            let client = bench.open(nil, .legacy)
            let code = try await client.closeCode()
            #expect(code == 1008)
            #expect(client.frames.first?.object["error"] as? String == "Authentication failed: Token not provided")
        }
    }

    @Test("A v2 socket may bring its token as the first frame, within five seconds, and holds nothing until then")
    func firstFrame() async throws {
        try await Bench.with { bench in
            let (quick, slow) = (bench.open(nil), bench.open(nil))
            quick.say("Too early")
            #expect(try await quick.frame("error").code == "unauthenticated")
            quick.tell("auth", ["token": "maya"])
            try await quick.frame("welcome")
            try await bench.pass(.milliseconds(4_999))
            #expect(slow.wire.closes.entries.isEmpty)
            try await bench.pass(.seconds(1))
            #expect(slow.wire.closes.entries == [4501])
            #expect(slow.frames.map(\.code) == ["unauthenticated"])
            #expect(quick.session.isOpen && bench.store.all(of: NamedPeople.mayaID).count == 1)
        }
    }

    @Test("What is sent while the proof is still on its way is worked on after the greeting")
    func early() async throws {
        try await Bench.with { bench in
            let gate = Gate()
            bench.store.hold(.messages, at: gate)
            let client = bench.open("maya", .legacy)
            client.session.received("Are you there?")
            try await gate.arrivals.wait(count: 1)
            gate.open()
            let call = try await bench.model.call()
            #expect(call.request.question == "Are you there?")
            #expect(client.frames.first?.type == "full_response")
        }
    }

    @Test("A person without any history is greeted, and the greeting is stored once, however many sockets open at once")
    func greeting() async throws {
        try await Bench.with { bench in
            let clients = (0..<5).map { _ in bench.open() }
            for client in clients { try await client.frame("welcome") }
            let stored = bench.store.all(of: NamedPeople.mayaID)
            #expect(stored.count == 1 && stored[0].role == .assistant && stored[0].text.contains("Maya"))
            let legacy = try await bench.connect("noah", .legacy)
            #expect(legacy.frames.map(\.type) == ["full_response"])
        }
    }

    @Test("A person with history elsewhere is not greeted as new in a conversation that is")
    func notNew() async throws {
        try await Bench.with { bench in
            _ = try await bench.connect("maya", .legacy)
            let client = try await bench.connect("maya", .legacy, conversation: "savings")
            #expect(client.frames.map(\.text) == [#"{"type":"initial_history","data":[]}"#])
            #expect(bench.store.all(of: NamedPeople.mayaID).count == 1)
        }
    }

    @Test("The newest twenty messages are shown, oldest first")
    func history() async throws {
        try await Bench.with { bench in
            let conversation = ConversationID.standard(of: NamedPeople.mayaID)
            for index in 0..<25 {
                let message = StoredMessage(
                    id: String(format: "%024x", index), conversation: conversation,
                    role: index % 2 == 0 ? .user : .assistant,
                    text: "m\(index)", at: NamedPeople.now.addingTimeInterval(Double(index - 100)))
                _ = try await bench.store.port.append(NamedPeople.mayaID, message)
            }
            let client = try await bench.connect()
            let welcome = client.frames[0].data
            let rows = try #require(welcome["history"] as? [[String: Any]])
            #expect(rows.map { $0["content"] as? String } == (5..<25).map { "m\($0)" })
            #expect(rows[0]["role"] as? String == "assistant" && rows[0]["state"] as? String == "complete")
            #expect(
                welcome["running"] is NSNull
                    && (welcome["limits"] as? [String: Any])?["messageCharacters"] as? Int == 4_000)
            #expect((welcome["user"] as? [String: Any])?["name"] as? String == "Maya")
            let legacy = try await bench.connect("maya", .legacy)
            #expect((legacy.frames[0].object["data"] as? [Any])?.count == 20)
        }
    }

    @Test(
        "An empty conversation_id is the default one; an impossible one is named and closed",
        arguments: [Dialect.v2, .legacy])
    func conversationIDs(_ dialect: Dialect) async throws {
        try await Bench.with { bench in
            let plain = try await bench.connect("maya", dialect, conversation: "")
            #expect(plain.session.conversation?.text == "default_\(NamedPeople.mayaID)")
            for name in [String(repeating: "x", count: 201), "a\nb", "\u{7f}"] {
                let client = bench.open("maya", dialect, conversation: name)
                _ = try await client.closeCode()
                #expect(client.frames.map(\.code) == ["bad_request"])
            }
        }
    }

    @Test(
        "History that cannot be read is an error and a code to come back with, never an empty history",
        arguments: [Dialect.v2, .legacy])
    func unreadable(_ dialect: Dialect) async throws {
        try await Bench.with { bench in
            bench.store.fail(.messages)
            let client = bench.open("maya", dialect)
            let code = try await client.closeCode()
            #expect(code == 1011)
            #expect(client.frames.map(\.code) == ["temporarily_unavailable"])
        }
    }

    @Test("An idle session has no errand, no turn and nothing held")
    func idle() async throws {
        try await Bench.with { bench in
            _ = try await bench.connect()
            #expect(try await soon { bench.desk.errands.load == (0, 0) })
            #expect(bench.desk.load == (1, 0))
            #expect(MemoryLayout<SessionState>.size <= 256)
        }
    }
}
