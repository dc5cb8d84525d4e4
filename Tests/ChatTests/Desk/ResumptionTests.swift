import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Resuming a turn", .timeLimit(.minutes(5)))
struct ResumptionTests {
    private let pieces = (1...197).map { "piece \($0) – naïve; " }

    @Test("A 200-frame turn, cut after any frame and resumed on a new socket, gives exactly the missing frames (F01)")
    func everyCut() async throws {
        try await Bench.with(model: ScriptedModel(answering: pieces)) { bench in
            let first = try await bench.connect()
            first.say("A long one?")
            let turn = try #require(try await first.frame("turn_started").turnID)
            let text = try await first.end(of: turn).string("text")
            let whole = first.frames.filter { $0.turnID == turn }.map(\.text)
            #expect(whole.count == 200 && text == pieces.joined())
            first.session.closed()
            for cut in 0...200 {
                let again = try await bench.connect()
                again.resume(turn, after: cut)
                try await again.settle()
                #expect(again.frames.filter { $0.turnID == turn }.map(\.text) == Array(whole[cut...]))
                again.session.closed()
            }
            #expect(bench.model.calls.entries.count == 1)
        }
    }

    @Test(
        "A socket that goes in the middle takes nothing with it; the next one gets the rest as it comes",
        arguments: [0, 1, 2, 5])
    func midway(_ seen: Int) async throws {
        try await Bench.with { bench in
            let first = try await bench.connect()
            let (turn, call) = try await bench.turn(first, "Go on?")
            for piece in ["a", "b", "c", "d"] { call.say(piece) }
            try await first.frame("text_delta", 3)
            first.session.closed()
            let second = try await bench.connect()
            let running = second.frames.first?.data["running"] as? [String: Any]
            #expect(running?["turnId"] as? String == turn && running?["lastSeq"] as? Int == 5)
            second.resume(turn, after: seen)
            call.say("e")
            call.finish()
            try await second.end(of: turn)
            #expect(second.frames.sequences(of: turn) == Array((seen + 1)...8))
            #expect(bench.desk.load.sockets == 1)
        }
    }

    @Test("Forty sockets that resume while the model speaks lose and double nothing (F05)")
    func races() async throws {
        var settings = ChatSettings.unhurried
        settings.sockets.perPerson = 200
        try await Bench.with(settings: settings) { bench in
            let sender = try await bench.connect()
            let (turn, call) = try await bench.turn(sender, "Fast?")
            let readers = try await withThrowingTaskGroup(of: Client?.self) { group in
                group.addTask {
                    for index in 0..<500 {
                        call.say("\(index) ")
                        if index % 5 == 0 { await Task.yield() }
                    }
                    return nil
                }
                for _ in 0..<40 {
                    group.addTask {
                        let reader = try await bench.connect()
                        reader.resume(turn, after: 0)
                        return reader
                    }
                }
                return try await group.reduce(into: [Client]()) { if let reader = $1 { $0.append(reader) } }
            }
            call.finish()
            for reader in readers {
                try await reader.end(of: turn)
                #expect(reader.frames.sequences(of: turn) == Array(1...503))
            }
        }
    }

    @Test("Five sockets resume one turn at once, the first still open: each has the complete sequence (F06)")
    func five() async throws {
        try await Bench.with { bench in
            let sender = try await bench.connect()
            let (turn, call) = try await bench.turn(sender, "Everybody?")
            for index in 0..<20 { call.say("\(index) ") }
            try await sender.frame("text_delta", 19)
            var others: [Client] = []
            for _ in 0..<4 { others.append(try await bench.connect()) }
            for client in others { client.resume(turn, after: 0) }
            for index in 20..<40 { call.say("\(index) ") }
            call.finish()
            for client in others + [sender] {
                try await client.end(of: turn)
                #expect(client.frames.sequences(of: turn) == Array(1...43))
            }
        }
    }

    @Test("After the window a finished turn is told from the store, with reason, state and whole text (F04)")
    func afterWindow() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Old?")
            call.say("Old answer")
            call.finish()
            try await client.end(of: turn)
            #expect(try await soon { bench.desk.load.turns == 0 })
            try await bench.pass(.seconds(601))
            let id = try #require(TurnID(turn))
            #expect(bench.desk.turns.find(id, of: NamedPeople.mayaID)?.subject.id == nil)
            client.resume(turn, after: 1)
            let told = try await client.frame("error")
            #expect(told.code == "resume_unavailable" && told.string("reason") == "expired")
            #expect(told.string("state") == "complete" && told.string("text") == "Old answer" && told.turnID == turn)
            #expect(bench.model.calls.entries.count == 1)
        }
    }

    @Test("A restarted instance tells a finished turn from the store, and a lost one as failed")
    func restarted() async throws {
        let store = MemoryStore()
        let clock = TestClock()
        let known = Ids()
        try await Bench.with(clock: clock, store: store) { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "First?")
            call.say("Whole")
            call.finish()
            try await client.end(of: turn)
            known.append(turn)
            known.append(try await bench.turn(client, "Lost?").id)
        }
        try await Bench.with(clock: clock, store: store) { bench in
            try await bench.pass(.seconds(300))
            let client = try await bench.connect()
            for (index, expected) in [("complete", "Whole"), ("failed", "")].enumerated() {
                client.resume(known.all[index], after: 0)
                let told = try await client.frame("error", index)
                #expect(told.string("state") == expected.0 && told.string("text") == expected.1)
            }
            #expect(bench.model.calls.entries.isEmpty)
        }
    }

    @Test("Frames beyond the end cannot be claimed; a ring that was too small says so with the text so far")
    func bounds() async throws {
        var settings = ChatSettings.unhurried
        settings.replay.frames = 4
        settings.saving.everyPieces = 1
        try await Bench.with(settings: settings) { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Small?")
            for index in 0..<8 { call.say("\(index)") }
            try await client.frame("text_delta", 7)
            client.resume(turn, after: 99)
            #expect(try await client.frame("error").string("field") == "afterSeq")
            client.resume(turn, after: 0)
            let told = try await client.frame("error", 1)
            #expect(told.code == "resume_unavailable" && told.string("reason") == "window")
            call.finish()
            #expect(try await client.end(of: turn).string("text") == "01234567")
        }
    }
}
