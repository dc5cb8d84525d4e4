import Analyses
import Finance
import Ports
import Prompts
import TestKit
import Testing

@testable import Chat

@Suite("A turn from question to terminal frame", .timeLimit(.minutes(5)))
struct TurnRunnerTests {
    private var maya: UserID { NamedPeople.mayaID }

    @Test("A question is stored, answered piece by piece, stored whole, and ended once")
    func whole() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "What's left this month?", id: "c-1")
            #expect(bench.store.all(of: maya).last?.text == "What's left this month?")
            for piece in ["You ", "have ", "money."] { call.say(piece) }
            call.finish()
            let end = try await client.end(of: turn)
            #expect(end.type == "turn_completed" && end.string("text") == "You have money.")
            #expect(client.frames.streamed(turn) == "You have money.")
            #expect(client.frames.sequences(of: turn) == Array(1...6))
            let stored = try #require(bench.store.all(of: maya).last)
            #expect(stored.text == "You have money." && stored.state == .complete && stored.turnID == turn)
            #expect(stored.id == end.string("messageId"))
        }
    }

    @Test("The records are read afresh for each turn, and the model is asked with them and the conversation so far")
    func afresh() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            for (index, question) in ["First?", "Second?"].enumerated() {
                let (turn, call) = try await bench.turn(client, question)
                #expect(bench.book.reads.entries.count == index + 1)
                #expect(call.request.question == question)
                #expect(call.request.prompt.messages.last?.content == question)
                let past = call.request.prompt.messages.filter { $0.role != .system }.map(\.content)
                #expect(past == (index == 0 ? ["First?"] : ["First?", "Answer", "Second?"]))
                call.say("Answer")
                call.finish()
                try await client.end(of: turn)
            }
        }
    }

    @Test("When the question cannot be stored the model is never asked, and the client may send again")
    func notSaved() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            bench.store.fail(.append)
            client.say("Hello?", id: "c-7")
            let error = try await client.frame("error")
            #expect(error.code == "not_saved" && error.data["retryable"] as? Bool == true)
            #expect(error.string("clientMsgId") == "c-7")
            bench.store.heal(.append)
            let (_, call) = try await bench.turn(client, "Hello?", id: "c-7")
            #expect(bench.model.calls.entries.count == 1 && call.request.question == "Hello?")
        }
    }

    @Test("A store that stored but lost its reply is asked again with the same message: one message, one turn")
    func lostReply() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            bench.store.fail(.append, times: 1, happensAnyway: true)
            let (turn, _) = try await bench.turn(client, "Once?")
            #expect(bench.store.all(of: maya).filter { $0.text == "Once?" }.map(\.turnID) == [turn])
        }
    }

    @Test("A failing read of the records ends the turn with a typed error and no invented answer")
    func noSnapshot() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            bench.book.fail(maya)
            client.say("What's left?")
            let failed = try await client.frame("turn_failed")
            #expect(failed.code == "temporarily_unavailable" && failed.data["retryable"] as? Bool == true)
            #expect(bench.model.calls.entries.isEmpty)
            #expect(bench.store.all(of: maya).last?.state == .failed)
        }
    }

    @Test(
        "A model that breaks off, ends without saying so, or stalls beyond the deadline leaves a marked partial answer",
        arguments: ["error", "cut", "stall"])
    func brokenOff(_ fault: String) async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Plan?")
            call.say("Half an ")
            try await client.frame("text_delta")
            switch fault {
            case "error": call.fail(PortError(.unavailable, "cut"))
            case "cut": call.cut()
            default:
                try await bench.clock.hasSlept(for: .seconds(120))
                bench.clock.advance(by: .seconds(120))
            }
            let end = try await client.end(of: turn)
            #expect(end.type == "turn_failed" && end.data["retryable"] as? Bool == true)
            #expect(end.code == (fault == "stall" ? "took_too_long" : "ai_unavailable"))
            let stored = try #require(bench.store.all(of: maya).last)
            #expect(stored.text == "Half an " && stored.state == .failed)
        }
    }

    @Test("An error after the regular end does not undo the answer")
    func errorAfterEnd() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Fine?")
            call.say("Yes.")
            call.tell(.finished(.complete))
            call.say("late")
            call.fail(PortError(.malformed, "after the end"))
            #expect(try await client.end(of: turn).string("text") == "Yes.")
        }
    }

    @Test("An empty answer is put into words that are not stored")
    func empty() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Hm?")
            call.finish(.filtered)
            let end = try await client.end(of: turn)
            #expect(end.type == "turn_completed" && end.string("text") == TurnEnding.silence)
            #expect(client.frames.streamed(turn) == TurnEnding.silence)
            #expect(bench.store.all(of: maya).last?.role == .user)
        }
    }

    @Test("An answer the store does not take is delivered, said to be unsaved, and stored once when the store is back")
    func unsavedAnswer() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Keep?")
            bench.store.fail(.save)
            call.say("Kept.")
            call.finish()
            let end = try await client.end(of: turn)
            #expect(end.type == "turn_completed" && end.data["stored"] as? Bool == false)
            #expect(bench.store.all(of: maya).last?.role == .user)
            bench.store.heal(.save)
            #expect(try await soon { bench.desk.turns.hasUnsaved })
            try await bench.pass(.seconds(1))
            try await bench.store.writes.wait(for: "another try") { $0.count { $0.text == "Kept." } > 2 }
            let kept = bench.store.all(of: maya).filter { $0.text == "Kept." }
            #expect(try await soon { !bench.desk.turns.hasUnsaved })
            #expect(kept.map(\.state) == [.complete])
        }
    }

    @Test("While it runs, what there is gets stored after so many pieces, and no partial save outlives the final one")
    func partials() async throws {
        var settings = ChatSettings.unhurried
        settings.saving.everyPieces = 2
        try await Bench.with(settings: settings) { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "Long?")
            call.say("a")
            call.say("b")
            try await bench.store.writes.wait(for: "a partial save") {
                $0.contains { $0.state == .partial && $0.text == "ab" }
            }
            let gate = Gate()
            bench.store.hold(.save, at: gate)
            call.say("c")
            call.say("d")
            try await gate.arrivals.wait(count: 1)
            call.finish()
            gate.open()
            try await client.end(of: turn)
            let saves = bench.store.writes.entries.filter { $0.role == .assistant && $0.turnID == turn }
            #expect(saves.last?.state == .complete && saves.last?.text == "abcd")
            #expect(bench.store.all(of: maya).last?.state == .complete)
        }
    }
}

extension Figure {
    /// Its pence, when it is money.
    var pence: Int64? {
        guard case .money(let money)? = value else { return nil }
        return money.pence
    }
}
