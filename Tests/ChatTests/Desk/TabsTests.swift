import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Several sockets of one person", .timeLimit(.minutes(5)))
struct TabsTests {
    @Test("Both tabs see the same frames, the question of the other tab included (P18)")
    func same() async throws {
        try await Bench.with { bench in
            let (one, other) = (try await bench.connect(), try await bench.connect())
            let (turn, call) = try await bench.turn(one, "Together?", id: "c-1")
            call.say("Yes")
            call.finish()
            for client in [one, other] { try await client.end(of: turn) }
            let frames = [one, other].map { $0.frames.filter { $0.turnID == turn }.map(\.text) }
            #expect(frames[0] == frames[1])
            #expect(try await other.frame("turn_started").string("message") == "Together?")
        }
    }

    @Test("A tab on another conversation, and another person, see nothing of it")
    func apart() async throws {
        try await Bench.with { bench in
            let one = try await bench.connect()
            let elsewhere = try await bench.connect("maya", conversation: "holiday")
            let noah = try await bench.connect("noah")
            let (turn, call) = try await bench.turn(one, "Here?")
            call.say("Here.")
            call.finish()
            try await one.end(of: turn)
            for client in [elsewhere, noah] {
                try await client.settle()
                #expect(client.frames.allSatisfy { $0.turnID == nil })
            }
        }
    }

    @Test("A legacy tab beside a new one sees the answer its own way")
    func mixed() async throws {
        try await Bench.with { bench in
            let (current, legacy) = (try await bench.connect(), try await bench.connect("maya", .legacy))
            let (turn, call) = try await bench.turn(current, "Both?")
            call.say("a")
            call.say("b")
            call.finish()
            try await current.end(of: turn)
            try await legacy.frame("status")
            #expect(legacy.frames.dropFirst().map(\.type) == ["stream", "stream", "full_response", "status"])
            #expect(try await legacy.frame("full_response").words == "ab")
        }
    }

    @Test("A legacy tab that opens in the middle of a turn gets its text so far once, and the rest")
    func legacyInTheMiddle() async throws {
        try await Bench.with { bench in
            let current = try await bench.connect()
            let (_, call) = try await bench.turn(current, "Middle?")
            call.say("a")
            try await current.frame("text_delta")
            let legacy = try await bench.connect("maya", .legacy)
            call.say("b")
            call.finish()
            try await legacy.frame("status")
            #expect(legacy.frames.of("stream").compactMap(\.words).joined() == "ab")
            #expect(legacy.frames[0].type == "initial_history" && !legacy.frames[0].text.contains("\"a\""))
        }
    }

    @Test(
        "A slow socket gets no more deltas, is told to resync once it has caught up, and resumes exactly; others do not wait (P7)"
    )
    func slow() async throws {
        try await Bench.with { bench in
            let (fast, slow) = (try await bench.connect(), try await bench.connect())
            let (turn, call) = try await bench.turn(fast, "Much?")
            try await slow.frame("turn_started")
            slow.wire.leaveUnread(1_000_000)
            for index in 0..<50 { call.say("\(index) ") }
            call.finish()
            try await fast.end(of: turn)
            #expect(fast.frames.sequences(of: turn) == Array(1...53))
            #expect(slow.frames.sequences(of: turn) == [1])
            slow.wire.leaveUnread(0)
            try await bench.pass(.seconds(1))
            let resync = try await slow.frame("resync")
            #expect(resync.string("turnId") == turn && resync.data["seq"] as? Int == 1)
            slow.resume(turn, after: 1)
            try await slow.end(of: turn)
            #expect(slow.frames.sequences(of: turn) == Array(1...53))
            try await bench.pass(.seconds(1))
            #expect(slow.frames.of("resync").count == 1)
        }
    }

    @Test("A slow legacy socket still gets the whole answer at the end")
    func slowLegacy() async throws {
        try await Bench.with { bench in
            let (fast, slow) = (try await bench.connect(), try await bench.connect("maya", .legacy))
            let (turn, call) = try await bench.turn(fast, "Much?")
            slow.wire.leaveUnread(1_000_000)
            call.say("a")
            call.say("b")
            call.finish()
            try await fast.end(of: turn)
            try await slow.frame("status")
            #expect(slow.frames.of("stream").isEmpty)
            #expect(try await slow.frame("full_response").words == "ab")
        }
    }

    @Test("Under any scheduling every socket sees 1…n and one terminal frame", arguments: 0..<12)
    func fuzzed(_ seed: Int) async throws {
        try await Bench.with { bench in
            var random = SeededGenerator(UInt64(seed))
            var clients: [Client] = []
            for _ in 0..<4 { clients.append(try await bench.connect()) }
            let (turn, call) = try await bench.turn(clients[0], "Chaos \(seed)?")
            let steps = (0..<60).map { _ in (random.below(6), random.below(4)) }
            await withTaskGroup(of: Void.self) { [clients] group in
                for (index, step) in steps.enumerated() {
                    group.addTask {
                        switch step.0 {
                        case 0: clients[step.1].resume(turn, after: 0)
                        case 1: clients[step.1].tell("ping")
                        case 2 where seed % 3 == 0 && index > 40: clients[step.1].stop(turn)
                        case 3 where seed % 4 == 1 && index > 50: call.fail(PortError(.unavailable, "planned"))
                        default: call.say("\(index) ")
                        }
                    }
                }
            }
            call.finish()
            for client in clients {
                try await client.end(of: turn)
                try await client.settle()
                let seen = client.frames.sequences(of: turn)
                let last = try #require(seen.last)
                let start = try #require(seen.lastIndex(of: 1))
                #expect(Array(seen[start...]) == Array(1...last))
                let tail = client.frames.filter { $0.turnID == turn }.suffix(last)
                #expect(tail.count { $0.isTerminal } == 1 && tail.last?.isTerminal == true)
            }
        }
    }
}
