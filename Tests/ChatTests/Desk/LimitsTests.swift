import Ports
import Prompts
import TestKit
import Testing

@testable import Chat

@Suite("Limits are said, and the socket lives", .timeLimit(.minutes(5)))
struct LimitsTests {
    @Test(
        "A sixth socket of one person is told so and closed with 4504; another person is not concerned (F12)",
        arguments: [Dialect.v2, .legacy])
    func sockets(_ dialect: Dialect) async throws {
        try await Bench.with { bench in
            for _ in 0..<5 { _ = try await bench.connect("maya", dialect) }
            let sixth = bench.open("maya", dialect)
            #expect(try await sixth.closeCode() == 4504)
            #expect(sixth.frames.map(\.code) == ["too_many_sockets"])
            _ = try await bench.connect("noah", dialect)
            #expect(bench.desk.load.sockets == 6)
        }
    }

    @Test("A closed socket makes room for another")
    func room() async throws {
        try await Bench.with { bench in
            var clients: [Client] = []
            for _ in 0..<5 { clients.append(try await bench.connect()) }
            clients[2].session.closed()
            _ = try await bench.connect()
            #expect(bench.desk.load.sockets == 5)
        }
    }

    @Test("One turn runs, one waits, a third is busy; they are answered in order")
    func turns() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (first, call) = try await bench.turn(client, "One?")
            client.say("Two?")
            let second = try #require(try await client.frame("turn_started", 1).turnID)
            client.say("Three?", id: "c-3")
            let busy = try await client.frame("error")
            #expect(busy.code == "busy" && busy.string("clientMsgId") == "c-3" && busy.data["retryAfterMs"] != nil)
            #expect(bench.model.calls.entries.count == 1)
            call.say("1")
            call.finish()
            try await client.end(of: first)
            let next = try await bench.model.call(1)
            #expect(next.request.question == "Two?")
            #expect(next.request.prompt.messages.map(\.content).suffix(3) == ["One?", "1", "Two?"])
            next.say("2")
            next.finish()
            try await client.end(of: second)
        }
    }

    @Test("The twenty-first turn in a minute is refused with the time to wait, and works after it")
    func pace() async throws {
        var settings = ChatSettings.unhurried
        settings.turns.perWindow = 20
        try await Bench.with(model: ScriptedModel(answering: ["ok"]), settings: settings) { bench in
            let client = try await bench.connect()
            for index in 0..<20 {
                client.say("Turn \(index)?")
                try await client.frame("turn_completed", index)
                #expect(try await soon { bench.desk.load.turns == 0 })
            }
            client.say("One more?")
            let refused = try await client.frame("error")
            #expect(refused.code == "rate_limited" && refused.data["retryAfterMs"] as? Int == 60_000)
            bench.clock.advance(by: .seconds(60))
            client.say("Now?")
            try await client.frame("turn_completed", 20)
        }
    }

    @Test("A thousand messages in one second: some are answered, the rest refused with a time; nobody else notices")
    func thousand() async throws {
        try await Bench.with(settings: ChatSettings()) { bench in
            let (loud, quiet) = (try await bench.connect(), try await bench.connect("noah"))
            for index in 0..<1_000 { loud.say("Message \(index)") }
            let (turn, call) = try await bench.turn(quiet, "Me?")
            call.finish()
            try await quiet.end(of: turn)
            #expect(loud.session.isOpen)
            let refused = loud.frames.filter { $0.code == "rate_limited" }
            #expect(refused.count >= 900 && refused.allSatisfy { $0.data["retryAfterMs"] != nil })
        }
    }

    @Test("A flood is told and closed with 4429")
    func flood() async throws {
        try await Bench.with(settings: ChatSettings()) { bench in
            let client = try await bench.connect()
            for _ in 0..<2_500 { client.session.received("{}") }
            #expect(try await client.closeCode() == 4429)
            #expect(bench.desk.load.sockets == 0)
        }
    }

    @Test("More frames than may be held while one is worked on are busy, not lost in silence")
    func held() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let gate = Gate()
            bench.store.hold(.turn, at: gate)
            for index in 0..<12 { client.resume("00000000-0000-7000-8000-00000000000\(index % 10)", after: 0) }
            try await gate.arrivals.wait(count: 1)
            gate.open()
            try await client.wire.frames.wait(for: "twelve answers") { $0.of("error").count == 12 }
            #expect(client.frames.count { $0.code == "busy" } == 3)
        }
    }

    @Test("A full instance says so and lets the client come back", arguments: [Dialect.v2, .legacy])
    func full(_ dialect: Dialect) async throws {
        var settings = ChatSettings.unhurried
        settings.sockets.errandsWaiting = 0
        try await Bench.with(settings: settings) { bench in
            let client = bench.open("maya", dialect)
            let code = try await client.closeCode()
            #expect(code == 1013)
            #expect(client.frames.map(\.code) == ["busy"])
        }
    }

    @Test("Turns of everybody together are bounded; the next one is busy and nothing is stored")
    func everybody() async throws {
        var settings = ChatSettings.unhurried
        settings.turns.running = 1
        settings.turns.waiting = 0
        try await Bench.with(settings: settings) { bench in
            let (maya, noah) = (try await bench.connect(), try await bench.connect("noah"))
            let (turn, call) = try await bench.turn(maya, "Mine?")
            noah.say("And mine?")
            #expect(try await noah.frame("error").code == "busy")
            #expect(bench.store.all(of: NamedPeople.noahID).allSatisfy { $0.role == .assistant })
            call.finish()
            try await maya.end(of: turn)
        }
    }
}
