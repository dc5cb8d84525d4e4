import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Two instances", .timeLimit(.minutes(5)))
struct MirrorTests {
    @Test("When a turn ends here, tabs on the other instance are told to look, and find the stored answer")
    func told() async throws {
        let (store, bus) = (MemoryStore(), MemoryBus())
        try await Bench.with(store: store, bus: bus) { here in
            try await Bench.with(store: store, bus: bus) { there in
                try await bus.subscriptions.wait(count: 4)
                let asking = try await here.connect()
                let watching = try await there.connect()
                let legacy = try await there.connect("maya", .legacy)
                let stranger = try await there.connect("noah")
                let (turn, call) = try await here.turn(asking, "Across?")
                call.say("Across.")
                call.finish()
                try await asking.end(of: turn)
                let resync = try await watching.frame("resync")
                #expect(resync.string("turnId") == turn)
                watching.resume(turn, after: 0)
                let stored = try await watching.frame("error")
                #expect(stored.code == "resume_unavailable" && stored.string("text") == "Across.")
                #expect(try await legacy.frame("full_response").words == "Across.")
                #expect(stranger.frames.count == 1 && asking.frames.of("resync").isEmpty)
                #expect(bus.messages.entries.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Across") })
            }
        }
    }

    @Test("A turn that still runs on the other instance is not begun a second time")
    func runningElsewhere() async throws {
        let (store, bus) = (MemoryStore(), MemoryBus())
        try await Bench.with(store: store, bus: bus) { here in
            try await Bench.with(store: store, bus: bus) { there in
                let asking = try await here.connect()
                let (turn, call) = try await here.turn(asking, "Where?", id: "c-1")
                let other = try await there.connect()
                other.say("Where?", id: "c-1")
                #expect(try await other.frame("turn_started").turnID == turn)
                let told = try await other.frame("error")
                #expect(told.string("reason") == "running_elsewhere" && told.string("state") == "partial")
                #expect(there.model.calls.entries.isEmpty)
                call.finish()
            }
        }
    }

    @Test(
        "What is no notice is not heard",
        arguments: ["", "x", "{}", #"{"instance":"a","user":"b","conversation":"c","turn":"d"}"#])
    func garbage(_ text: String) {
        #expect(TurnNotice(Array(text.utf8)) == nil)
    }
}
