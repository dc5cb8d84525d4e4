import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Going away", .timeLimit(.minutes(5)))
struct DrainTests {
    @Test("Clients are told, running turns finish, nothing new begins, and every socket closes with 1012 (P9)")
    func orderly() async throws {
        try await Bench.with { bench in
            let (client, legacy) = (try await bench.connect(), try await bench.connect("noah", .legacy))
            let (turn, call) = try await bench.turn(client, "Last words?")
            async let drained: Void = bench.desk.drain()
            let told = try await client.frame("server_draining")
            let wait = try #require(told.data["reconnectAfterMs"] as? Int)
            #expect((0...5_000).contains(wait))
            client.say("One more?", id: "late")
            let refused = try await client.frame("error")
            #expect(refused.code == "server_draining" && refused.string("clientMsgId") == "late")
            call.say("Good")
            call.finish()
            #expect(try await client.end(of: turn).type == "turn_completed")
            await drained
            #expect(client.wire.closes.entries == [1012] && legacy.wire.closes.entries == [1012])
            #expect(bench.desk.load == (0, 0) && bench.store.all(of: NamedPeople.mayaID).last?.state == .complete)
            let late = bench.open()
            #expect(late.wire.closes.entries == [1012] && late.frames.map(\.code) == ["server_draining"])
        }
    }

    @Test("A turn that never ends is ended after the wait: its text stored, its client told it may try again")
    func endless() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            let (turn, call) = try await bench.turn(client, "For ever?")
            client.say("And then?")
            let queued = try #require(try await client.frame("turn_started", 1).turnID)
            call.say("Half")
            try await client.frame("text_delta")
            async let drained: Void = bench.desk.drain()
            try await bench.clock.hasSlept(for: .seconds(25))
            bench.clock.advance(by: .seconds(25))
            for id in [turn, queued] {
                let end = try await client.end(of: id)
                #expect(
                    end.type == "turn_failed" && end.code == "server_draining" && end.data["retryable"] as? Bool == true
                )
            }
            await drained
            let stored = bench.store.all(of: NamedPeople.mayaID).last { $0.role == .assistant }
            #expect(stored?.text == "Half" && stored?.state == .failed)
            #expect(client.wire.closes.entries == [1012])
        }
    }
}
