import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Answers while the store is away", .timeLimit(.minutes(5)))
struct OutboxTests {
    private var maya: UserID { NamedPeople.mayaID }

    /// Somebody is answered while the store takes no answer; gives the turn.
    private func answered(_ bench: Bench) async throws -> String {
        let client = try await bench.connect()
        let (turn, call) = try await bench.turn(client, "And now?")
        bench.store.fail(.save)
        call.say("Now.")
        call.finish()
        #expect(try await client.end(of: turn).text.contains(#""stored":false"#))
        return turn
    }

    @Test("what somebody has read is on the disk before its end is told, and goes to the store once that is back")
    func replayed() async throws {
        let outbox = MemoryOutbox()
        try await Bench.with(outbox: outbox.port) { bench in
            let turn = try await answered(bench)
            #expect(outbox.waiting.map(\.message.turnID) == [turn])
            try await bench.pass(.seconds(1))
            #expect(outbox.waiting.count == 1)
            bench.store.heal(.save)
            try await bench.pass(.seconds(4))
            #expect(try await soon { outbox.waiting.isEmpty })
            #expect(bench.store.all(of: maya).filter { $0.turnID == turn }.map(\.text) == ["And now?", "Now."])
        }
    }

    @Test("an instance that dies meanwhile stores it when it comes back")
    func survives() async throws {
        let (outbox, store) = (MemoryOutbox(), MemoryStore())
        let turns = Journal<String>()
        try await Bench.with(store: store, outbox: outbox.port) { turns.append(try await answered($0)) }
        store.heal(.save)
        try await Bench.with(store: store, outbox: outbox.port) { bench in
            try await bench.pass(.seconds(1))
            #expect(try await soon { outbox.waiting.isEmpty })
            let stored = store.all(of: maya).filter { $0.turnID == turns.entries[0] }
            #expect(stored.map(\.text) == ["And now?", "Now."])
        }
    }

    @Test("of a person who is forgotten nothing waits")
    func forgotten() async throws {
        let outbox = MemoryOutbox()
        try await Bench.with(outbox: outbox.port) { bench in
            _ = try await answered(bench)
            await bench.desk.forget(maya)
            #expect(outbox.waiting.isEmpty)
        }
    }

    @Test("what the store will never take is not offered for ever, and keeps nobody waiting")
    func refused() async throws {
        let outbox = MemoryOutbox()
        try await Bench.with(outbox: outbox.port) { bench in
            _ = try await answered(bench)
            bench.store.fail(.save, times: 1, with: PortError(.refused, "planned"))
            try await bench.pass(.seconds(4))
            #expect(try await soon { outbox.waiting.isEmpty })
        }
    }
}
