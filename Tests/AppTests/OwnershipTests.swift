import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

/// F28 over real sockets: every frame that carries an id, with another person's ids in it.
@Suite("Nobody reaches anybody else's chat")
struct OwnershipTests {
    static let canary = "CANARY-of-maya-7731"

    @Test("each frame with another's ids answers as with unknown ids, and gives or changes nothing of theirs")
    func frames() async throws {
        try await Backend.with { backend, app in
            let (victim, welcome) = try await app.chat(try await app.token(NamedPeople.mayaID))
            try victim.ask("My secret is \(Self.canary)")
            let frames = try await victim.turn()
            let turn = try #require(frames.first?.turnID)
            let message = try #require(frames.last?.data["messageId"] as? String)
            let (attacker, _) = try await app.chat(try await app.token(NamedPeople.danielID))
            for (theirs, unknown) in Self.attempts(turn: turn, message: message) {
                let foreign = try await Self.answer(attacker, theirs)
                let missing = try await Self.answer(attacker, unknown)
                #expect(foreign.type == missing.type, "\(theirs)")
                #expect(foreign.code == missing.code, "\(theirs)")
                #expect(!foreign.text.contains(Self.canary), "\(theirs)")
            }
            let conversation = try #require((welcome.data["conversation"] as? [String: Any])?["id"] as? String)
            for id in [conversation, "fixed_convo_\(NamedPeople.mayaID.hex)", "default_\(NamedPeople.mayaID.hex)"] {
                let (other, greeting) = try await app.chat(
                    try await app.token(NamedPeople.danielID), conversation: id)
                #expect(!greeting.text.contains(Self.canary))
                await other.end()
            }
            let (again, history) = try await app.chat(try await app.token(NamedPeople.mayaID))
            #expect((history.data["history"] as? [Any])?.count == 3)
            await again.end()
        }
    }

    /// Pairs of the same frame, once with the victim's id and once with an id that never was.
    static func attempts(turn: String, message: String) -> [([String: Any], [String: Any])] {
        let noTurn = "01900000-0000-7000-8000-000000000000"
        let noMessage = "0123456789abcdef01234567"
        return [
            (["type": "resume", "turnId": turn, "afterSeq": 0], ["type": "resume", "turnId": noTurn, "afterSeq": 0]),
            (["type": "stop", "turnId": turn], ["type": "stop", "turnId": noTurn]),
            (["type": "regenerate", "messageId": message], ["type": "regenerate", "messageId": noMessage]),
            (
                ["type": "feedback", "messageId": message, "rating": "up", "reason": ""],
                ["type": "feedback", "messageId": noMessage, "rating": "up", "reason": ""]
            ),
            (["type": "confirm", "proposalId": message], ["type": "confirm", "proposalId": noMessage]),
            (["type": "reject", "proposalId": message], ["type": "reject", "proposalId": noMessage]),
            (
                ["type": "answer", "questionId": message, "value": "x"],
                ["type": "answer", "questionId": noMessage, "value": "x"]
            ),
            (["type": "nudges", "op": "ack", "id": message], ["type": "nudges", "op": "ack", "id": noMessage]),
        ]
    }

    static func answer(_ socket: ChatSocket, _ frame: [String: Any]) async throws -> Frame {
        try socket.send(frame)
        return try await socket.next()
    }
}
