import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Turns of instances that die", .timeLimit(.minutes(5)))
struct BurialTests {
    private struct Stage {
        let clock = TestClock()
        let store = MemoryStore()
        let bus = MemoryBus()

        /// An instance begins a turn and dies in the middle of it, before or after it stored a part; gives the turn.
        func death(afterSaving part: String? = nil) async throws -> String {
            var begun = ""
            let turns = Journal<String>()
            try await Bench.with(clock: clock, store: store, bus: bus) { here in
                let client = try await here.connect()
                let (turn, call) = try await here.turn(client, "Still there?")
                if let part {
                    call.say(part)
                    try await client.frame("text_delta")
                    clock.advance(by: .seconds(1))
                    call.say(" more")
                    _ = try await soon { store.all(of: NamedPeople.mayaID).contains { $0.state == .partial } }
                }
                // What a dead process does not do.
                store.fail(.save)
                turns.append(turn)
            }
            store.heal(.save)
            begun = turns.entries[0]
            return begun
        }

        /// Lets an instance look after the others for so many beats.
        func beats(_ count: Int, of bench: Bench) async throws {
            let beat = bench.desk.settings.instances.beatEvery
            for _ in 0..<count {
                let known = clock.sleeps(for: beat)
                clock.advance(by: beat)
                try await clock.hasSlept(for: beat, times: known + 1)
            }
        }
    }

    @Test("within ten seconds they have failed, whoever waits is told, and what there was of the answer stays")
    func told() async throws {
        let stage = Stage()
        try await Bench.with(clock: stage.clock, store: stage.store, bus: stage.bus) { there in
            let turn = try await stage.death(afterSaving: "You have")
            let client = try await there.connect()
            client.resume(turn, after: 0)
            #expect(try await client.frame("error").string("reason") == "running_elsewhere")
            try await stage.beats(6, of: there)
            #expect(try await client.frame("resync").string("turnId") == turn)
            client.resume(turn, after: 0)
            let told = try await client.frame("error", 1)
            #expect(told.string("state") == "failed" && told.string("text")?.hasPrefix("You have") == true)
            #expect(stage.store.beats.withLockedValue { $0.count } == 1)
        }
    }

    @Test("a question nobody began to answer gets its end as well, and one that has its end keeps it")
    func unanswered() async throws {
        let stage = Stage()
        try await Bench.with(clock: stage.clock, store: stage.store, bus: stage.bus) { there in
            let turn = try await stage.death()
            try await stage.beats(6, of: there)
            let isFailed = try await soon {
                stage.store.all(of: NamedPeople.mayaID).filter { $0.turnID == turn && $0.role == .assistant }
                    .map(\.state) == [.failed]
            }
            #expect(isFailed)
        }
    }

    @Test("an instance that lives is left alone, however long its turn takes")
    func alive() async throws {
        let stage = Stage()
        try await Bench.with(clock: stage.clock, store: stage.store, bus: stage.bus) { there in
            try await Bench.with(clock: stage.clock, store: stage.store, bus: stage.bus) { here in
                let client = try await here.connect()
                let (turn, call) = try await here.turn(client, "Slowly?")
                for _ in 0..<10 {
                    // Both beat: the clock is theirs together.
                    let beat = there.desk.settings.instances.beatEvery
                    let known = stage.clock.sleeps(for: beat)
                    stage.clock.advance(by: beat)
                    try await stage.clock.hasSlept(for: beat, times: known + 2)
                }
                call.say("Surely.")
                call.finish()
                #expect(try await client.end(of: turn).type == "turn_completed")
            }
        }
    }

    @Test("a question whose write was done and its reply lost is answered when it is sent again")
    func adopted() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            bench.store.fail(.append, times: 2, happensAnyway: true)
            client.say("Lost?", id: "c-1")
            #expect(try await client.frame("error").code == "not_saved")
            client.say("Lost?", id: "c-1")
            let turn = try #require(try await client.frame("turn_started").turnID)
            let call = try await bench.model.call()
            call.say("Found.")
            call.finish()
            #expect(try await client.end(of: turn).type == "turn_completed")
            let stored = bench.store.all(of: NamedPeople.mayaID).filter { $0.turnID == turn }
            #expect(stored.map(\.text) == ["Lost?", "Found."])
        }
    }

    @Test("and when it is not sent again, its turn has failed for whoever asks")
    func abandoned() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            bench.store.fail(.append, times: 2, happensAnyway: true)
            client.say("Lost?", id: "c-1")
            try await client.frame("error")
            try await bench.pass(bench.desk.settings.instances.lookEvery)
            try await bench.pass(.seconds(1))
            let isFailed = try await soon {
                bench.store.all(of: NamedPeople.mayaID).contains { $0.role == .assistant && $0.state == .failed }
            }
            #expect(isFailed)
        }
    }
}
