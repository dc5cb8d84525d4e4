import Ports
import TestKit
import Testing

@testable import Chat

@Suite("A turn over a socket", .timeLimit(.minutes(2)))
struct ConversationTurnTests {
    @Test("A question is stored, answered piece by piece, stored whole, and ended once")
    func whole() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "What's left this month?", id: "c-1")
            #expect(bench.store.all(of: NamedPeople.mayaID).last?.text == "What's left this month?")
            for piece in ["You ", "have ", "money."] { call.say(piece) }
            call.finish()
            let end = try await client.end(of: turn)
            #expect(end.type == "turn_completed")
            #expect(end.string("text") == "You have money.")
            #expect(client.frames.streamed(turn) == "You have money.")
            #expect(client.frames.sequences(of: turn) == Array(1...6))
            let stored = try #require(bench.store.all(of: NamedPeople.mayaID).last)
            #expect(stored.text == "You have money." && stored.state == .complete && stored.turnID == turn)
            #expect(stored.id == end.string("messageId"))
        }
    }
}
