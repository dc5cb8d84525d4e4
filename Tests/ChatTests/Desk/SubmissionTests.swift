import Analyses
import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("From a message to a turn", .timeLimit(.minutes(5)))
struct SubmissionTests {
    private var maya: UserID { NamedPeople.mayaID }

    @Test("The same client id again is the same turn: same ack, the frames so far, one message, one request")
    func again() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Once?", id: "c-1")
            call.say("Just ")
            try await client.frame("text_delta")
            client.say("Once?", id: "c-1")
            let ack = try await client.frame("turn_started", 1)
            #expect(ack.text == client.frames.of("turn_started")[0].text)
            call.say("once.")
            call.finish()
            try await client.end(of: turn)
            client.say("Once?", id: "c-1")
            try await client.settle()
            #expect(client.frames.of("turn_completed").map(\.turnID) == [turn, turn])
            #expect(bench.model.calls.entries.count == 1)
            #expect(bench.store.all(of: maya).count { $0.text == "Once?" } == 1)
        }
    }

    @Test("Fifty racing sends of one client id from five sockets are one turn, acknowledged alike (F07)")
    func racing() async throws {
        try await Bench.with { bench in
            var clients: [Client] = []
            for _ in 0..<5 { clients.append(try await bench.connect()) }
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<50 {
                    let client = clients[index % 5]
                    group.addTask { client.say("Race?", id: "same") }
                }
            }
            let call = try await bench.model.call()
            for client in clients { try await client.frame("turn_started") }
            call.finish()
            for client in clients { try await client.settle() }
            let acks = clients.flatMap { $0.frames.of("turn_started") }
            #expect(Set(acks.map(\.text)).count == 1)
            #expect(
                clients.flatMap { $0.frames.of("error") }.allSatisfy { $0.code == "not_found" || $0.code == "busy" })
            #expect(bench.model.calls.entries.count == 1)
            #expect(bench.store.all(of: maya).count { $0.text == "Race?" } == 1)
        }
    }

    @Test("Racing sends whose store is slow wait for one outcome, and share it", arguments: [true, false])
    func racingSlowStore(_ isStored: Bool) async throws {
        try await Bench.with { bench in
            let (one, other) = (try await bench.connect(), try await bench.connect())
            let gate = Gate()
            bench.store.hold(.append, at: gate)
            if !isStored { bench.store.fail(.append) }
            one.say("Slow?", id: "same")
            try await gate.arrivals.wait(count: 1)
            other.say("Slow?", id: "same")
            try await other.settle()
            gate.open()
            for client in [one, other] {
                if isStored {
                    try await client.frame("turn_started")
                } else {
                    try await client.wire.frames.wait(for: "not_saved") { $0.contains { $0.code == "not_saved" } }
                }
            }
            #expect(bench.store.all(of: maya).count { $0.text == "Slow?" } == (isStored ? 1 : 0))
        }
    }

    @Test("A used client id with a different text, or in another conversation, is a conflict")
    func conflict() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "This?", id: "c-1")
            client.say("That?", id: "c-1")
            #expect(try await client.frame("error").code == "conflict")
            call.finish()
            try await client.end(of: turn)
            let elsewhere = try await bench.connect("maya", conversation: "holiday")
            elsewhere.say("This?", id: "c-1")
            #expect(try await elsewhere.frame("error").code == "conflict")
            #expect(bench.model.calls.entries.count == 1)
        }
    }

    @Test("After a restart the same client id is still the same turn, told from the store; another text a conflict")
    func afterRestart() async throws {
        let store = MemoryStore()
        let names = Ids()
        try await Bench.with(store: store) { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Still?", id: "c-1")
            call.say("Still.")
            call.finish()
            try await client.end(of: turn)
            names.append(turn)
        }
        try await Bench.with(store: store) { bench in
            let client = try await bench.connect()
            client.say("Still?", id: "c-1")
            let ack = try await client.frame("turn_started")
            #expect(ack.turnID == names.all[0] && ack.sequence == 1 && ack.string("clientMsgId") == "c-1")
            let told = try await client.frame("error")
            #expect(told.code == "resume_unavailable" && told.string("text") == "Still.")
            client.say("Changed?", id: "c-1")
            #expect(try await client.frame("error", 1).code == "conflict")
            let legacy = try await bench.connect("maya", .legacy)
            legacy.session.received(#"{"message":"Still?","clientMsgId":"c-1"}"#)
            #expect(try await legacy.frame("full_response").words == "Still.")
            try await legacy.frame("status")
            #expect(bench.model.calls.entries.isEmpty && bench.desk.load.turns == 0)
        }
    }

    @Test("A client that vanishes right after sending still gets its turn run and stored (F14)", arguments: 0..<20)
    func vanished(_ round: Int) async throws {
        try await Bench.with(model: ScriptedModel(answering: ["Done."])) { bench in
            let client = try await bench.connect()
            client.say("Going?")
            if round % 2 == 0 { await Task.yield() }
            client.session.closed()
            #expect(
                try await soon {
                    bench.store.all(of: maya).last?.text == "Done." && bench.desk.load.turns == 0
                })
            let stored = bench.store.all(of: maya).suffix(2)
            #expect(stored.map(\.role) == [.user, .assistant] && stored.last?.text == "Done.")
        }
    }

    @Test("Regenerate asks the question behind a message again: a new turn, the earlier answer kept")
    func regenerate() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Idea?")
            call.say("First idea")
            call.finish()
            let answer = try #require(try await client.end(of: turn).string("messageId"))
            client.tell("regenerate", ["messageId": .string(answer)])
            let started = try await client.frame("turn_started", 1)
            #expect(started.turnID != turn && started.string("regenerates") == answer)
            #expect(started.string("userMessageId") == client.frames.of("turn_started")[0].string("userMessageId"))
            let second = try await bench.model.call(1)
            #expect(second.request.question == "Idea?")
            second.say("Second idea")
            second.finish()
            try await client.end(of: try #require(started.turnID))
            let answers = bench.store.all(of: maya).filter { $0.role == .assistant }.map(\.text)
            #expect(answers.suffix(2) == ["First idea", "Second idea"])
            #expect(bench.store.all(of: maya).count { $0.text == "Idea?" } == 1)
        }
    }
}
