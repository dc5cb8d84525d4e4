import Analyses
import Finance
import Foundation
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Identity lasts as long as it lasts", .timeLimit(.minutes(5)))
struct IdentityOverTimeTests {
    private var end: Date { NamedPeople.now.addingTimeInterval(30) }

    @Test("A token that ends is announced; a running turn completes; the socket goes with 4401 after the grace (F26)")
    func expiry() async throws {
        try await Bench.with { bench in
            bench.doorman.knows("short", as: NamedPeople.mayaID, until: end)
            let client = try await bench.connect("short")
            let (turn, call) = try await bench.turn(client, "Long?")
            try await bench.pass(.seconds(30))
            #expect(client.frames.of("auth_required").count == 1)
            client.say("Another?")
            #expect(try await client.frame("error").code == "unauthenticated")
            call.say("Done")
            call.finish()
            #expect(try await client.end(of: turn).type == "turn_completed")
            try await bench.pass(.seconds(24))
            #expect(client.session.isOpen)
            try await bench.pass(.seconds(1))
            #expect(client.wire.closes.entries == [4401])
            #expect(client.frames.last?.object["error"] as? String == "Authentication failed: Token has expired")
        }
    }

    @Test("A newer token of the same person keeps the socket")
    func renewed() async throws {
        try await Bench.with { bench in
            bench.doorman.knows("short", as: NamedPeople.mayaID, until: end)
            let client = try await bench.connect("short")
            try await bench.pass(.seconds(30))
            #expect(client.frames.of("auth_required").count == 1)
            client.tell("auth", ["token": "wrong"])
            #expect(try await client.frame("error").code == "unauthenticated")
            client.tell("auth", ["token": "maya"])
            try await client.frame("auth_ok")
            for _ in 0..<4 { try await bench.pass(.seconds(10)) }
            let (turn, call) = try await bench.turn(client, "Still here?")
            call.finish()
            try await client.end(of: turn)
            #expect(client.wire.closes.entries.isEmpty)
        }
    }

    @Test("Another person's token ends the socket with 4501")
    func otherPerson() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            client.tell("auth", ["token": "noah"])
            #expect(try await client.closeCode() == 4501)
            #expect(client.frames.last?.type == "error")
        }
    }

    @Test(
        "A person who is blocked loses every socket within the recheck, and the next turn at once (F27)",
        arguments: [Dialect.v2, .legacy])
    func blocked(_ dialect: Dialect) async throws {
        try await Bench.with { bench in
            let (idle, asking) = (try await bench.connect("maya", dialect), try await bench.connect("maya", dialect))
            bench.doorman.bars(NamedPeople.mayaID)
            asking.session.received(#"{"type":"send","clientMsgId":"c","message":"Hello?"}"#)
            #expect(try await asking.closeCode() == (dialect == .v2 ? 4503 : 1008))
            #expect(bench.model.calls.entries.isEmpty)
            #expect(idle.session.isOpen)
            try await bench.pass(SocketLimits().recheckEvery)
            #expect(try await idle.closeCode() == (dialect == .v2 ? 4503 : 1008))
        }
    }

    @Test("A store that cannot be asked has not said no")
    func unavailable() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            bench.doorman.bars(NamedPeople.mayaID, .unavailable(PortError(.timeout, "slow")))
            try await bench.pass(SocketLimits().recheckEvery)
            #expect(try await soon { bench.doorman.rechecks == 1 })
            let (turn, call) = try await bench.turn(client, "Still?")
            call.finish()
            try await client.end(of: turn)
            #expect(client.session.isOpen)
        }
    }
}
