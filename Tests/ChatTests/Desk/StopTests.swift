import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Stopping a turn", .timeLimit(.minutes(5)))
struct StopTests {
    private var maya: UserID { NamedPeople.mayaID }

    @Test("A stop closes the model's stream at once, stores what there was, and ends the turn once")
    func midway() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Long story?")
            call.say("Once ")
            try await client.frame("text_delta")
            client.stop(turn)
            #expect(try await call.ended.wait(count: 1) == [true])
            let end = try await client.end(of: turn)
            #expect(end.type == "turn_stopped" && end.string("text") == "Once ")
            #expect(bench.store.all(of: maya).last?.state == .stopped)
            client.stop(turn)
            client.tell("stop")
            try await client.settle()
            #expect(client.frames.count { $0.isTerminal } == 1)
        }
    }

    @Test("A stop before the first token ends the turn with no text")
    func beforeFirstToken() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Hm?")
            client.stop(turn)
            #expect(try await client.end(of: turn).string("text") == "")
            #expect(try await call.ended.wait(count: 1) == [true])
            #expect(bench.store.all(of: maya).last?.state == .stopped)
        }
    }

    @Test("A legacy stop right behind its message stops that message's turn")
    func rightBehind() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect("maya", .legacy)
            let gate = Gate()
            bench.store.hold(.append, at: gate)
            client.session.received(#"{"message":"Never mind"}"#)
            client.session.received(#"{"type":"stop"}"#)
            try await gate.arrivals.wait(count: 1)
            gate.open()
            try await client.frame("status")
            #expect(client.frames.of("status").count == 1 && client.frames.of("error").isEmpty)
            #expect(try await soon { bench.desk.load.turns == 0 })
            #expect(bench.model.calls.entries.count <= 1)
        }
    }

    @Test("A provider that does not hear cancellation delays nobody, and what it says later is thrown away")
    func deafProvider() async throws {
        let gate = Gate()
        let deaf = Completions(model: "deaf") { _, receive in
            try await receive(.written("early"))
            await gate.hold()
            try? await receive(.written("late"))
            try? await receive(.finished(.complete))
        }
        try await Bench.with(completions: deaf) { bench in
            let client = try await bench.connect()
            client.say("Hello?")
            try await client.frame("text_delta")
            client.tell("stop")
            let end = try await client.frame("turn_stopped")
            #expect(end.string("text") == "early")
            gate.open()
            #expect(try await soon { bench.desk.load.turns == 0 })
            #expect(client.frames.streamed() == "early")
            #expect(bench.store.all(of: maya).last?.text == "early")
        }
    }

    @Test("A stop from another tab stops the turn in both")
    func otherTab() async throws {
        try await Bench.with { bench in
            let (one, other) = (try await bench.connect(), try await bench.connect())
            let (turn, _) = try await bench.turn(one, "Here?")
            other.stop(turn)
            for client in [one, other] { #expect(try await client.end(of: turn).type == "turn_stopped") }
        }
    }

    @Test("A turn that waits behind another is stopped without ever being asked of the model")
    func waiting() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (first, call) = try await bench.turn(client, "One?")
            client.say("Two?")
            let second = try #require(try await client.frame("turn_started", 1).turnID)
            client.stop(second)
            #expect(try await client.end(of: second).type == "turn_stopped")
            call.say("Done")
            call.finish()
            #expect(try await client.end(of: first).type == "turn_completed")
            #expect(bench.model.calls.entries.count == 1)
        }
    }

    @Test("Stop and completion racing give exactly one terminal frame", arguments: 0..<25)
    func race(_ round: Int) async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Race \(round)?")
            call.say("text")
            await withTaskGroup(of: Void.self) { group in
                group.addTask { call.finish() }
                group.addTask { client.stop(turn) }
            }
            try await client.end(of: turn)
            #expect(try await soon { bench.desk.load.turns == 0 })
            let frames = client.frames.filter { $0.turnID == turn }
            #expect(frames.count { $0.isTerminal } == 1 && frames.last?.isTerminal == true)
            #expect(frames.compactMap(\.sequence) == Array(1...frames.count))
            let stored = bench.store.all(of: maya).last
            #expect(stored?.text == frames.streamed())
        }
    }
}
