import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Adapters

/// A real clock that notes each sleeper as it lies down.
private struct NotingClock: Clock {
    private let sleepers: Journal<Void>
    private let clock = ContinuousClock()

    init(_ sleepers: Journal<Void>) { self.sleepers = sleepers }

    var now: ContinuousClock.Instant { clock.now }
    var minimumResolution: Duration { clock.minimumResolution }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        sleepers.append(())
        try await clock.sleep(until: deadline, tolerance: tolerance)
    }
}

@Suite("Completions with a limit on how many run at once")
struct CompletionsLimitedTests {
    private func ask(_ port: Completions, _ words: String) async -> PortError.Code? {
        do {
            try await port.stream(completionRequest(words)) { _ in }
            return nil
        } catch {
            return (error as? PortError)?.code
        }
    }

    @Test("one more than may run waits, one more than may wait is refused at once, and the order is that of arrival")
    func order() async throws {
        let model = ScriptedModel()
        let arrived = Journal<Void>()
        let port = model.port.limited(to: 1, waiting: 2, clock: NotingClock(arrived))
        try await withThrowingTaskGroup(of: PortError.Code?.self) { group in
            group.addTask { await ask(port, "first") }
            _ = try await model.call(0)
            group.addTask { await ask(port, "second") }
            try await arrived.wait(count: 1)
            group.addTask { await ask(port, "third") }
            try await arrived.wait(count: 2)
            #expect(await ask(port, "fourth") == .busy)
            for (index, words) in ["first", "second", "third"].enumerated() {
                let call = try await model.call(index)
                #expect(call.request.question == words)
                #expect(model.calls.entries.count == index + 1)
                call.finish()
            }
            for try await code in group { #expect(code == nil) }
        }
    }

    @Test("whoever waits too long is told busy, and the place is free again")
    func patience() async throws {
        let model = ScriptedModel()
        let clock = TestClock()
        let port = model.port.limited(to: 1, waiting: 1, patience: .seconds(20), clock: clock)
        try await withThrowingTaskGroup(of: PortError.Code?.self) { group in
            group.addTask { await ask(port, "runs") }
            let running = try await model.call(0)
            async let second = ask(port, "waits")
            try await clock.hasSlept(for: .seconds(20))
            clock.advance(by: .seconds(20))
            #expect(await second == .busy)
            async let third = ask(port, "comes after")
            running.finish()
            try await model.call(1).finish()
            #expect(await third == nil)
            for try await code in group { #expect(code == nil) }
        }
    }

    @Test("a turn that is cancelled while it waits leaves the queue and never asks")
    func cancelled() async throws {
        let model = ScriptedModel()
        let clock = TestClock()
        let port = model.port.limited(to: 1, waiting: 5, clock: clock)
        let running = Task { await ask(port, "runs") }
        let first = try await model.call(0)
        let waiting = Task { await ask(port, "waits") }
        try await clock.hasSlept(for: .seconds(20))
        waiting.cancel()
        #expect(await waiting.value == .cancelled)
        first.finish()
        #expect(await running.value == nil)
        async let last = ask(port, "after")
        try await model.call(1).finish()
        #expect(await last == nil)
        #expect(model.calls.entries.map(\.request.question) == ["runs", "after"])
    }

    @Test("a hundred at once through a gate of five: never more than five, and all come through")
    func many() async throws {
        let now = NIOLockedValueBox((running: 0, most: 0))
        let busy = Completions(model: "counting") { _, _ in
            now.withLockedValue { ($0.running, $0.most) = ($0.running + 1, max($0.most, $0.running + 1)) }
            for _ in 0..<20 { await Task.yield() }
            now.withLockedValue { $0.running -= 1 }
        }
        let port = busy.limited(to: 5, waiting: 100)
        await withTaskGroup(of: PortError.Code?.self) { group in
            for _ in 0..<100 { group.addTask { await ask(port, "x") } }
            for await code in group { #expect(code == nil) }
        }
        #expect(now.withLockedValue { $0.running } == 0)
        #expect((1...5).contains(now.withLockedValue { $0.most }))
    }

    @Test("a failure inside frees the place")
    func failure() async throws {
        let failing = Completions(model: "failing") { _, _ in throw PortError(.unavailable, "down") }
        let port = failing.limited(to: 1, waiting: 0)
        for _ in 0..<3 { #expect(await ask(port, "x") == .unavailable) }
    }
}

@Suite("A gate as a value")
struct GateStateTests {
    @Test("inside, queue, refusal, and who follows whom")
    func order() {
        var gate = GateState(width: 2, room: 2)
        let arrivals = (0..<5).map { _ in gate.arrive() }
        #expect(arrivals == [.goes(1), .goes(2), .waits(3), .waits(4), .refused])
        #expect(gate.leave(3) == nil)
        #expect(gate.leave(1) == 4)
        #expect(gate.leave(1) == nil)
        #expect(gate.isInside(4) && !gate.isInside(1))
        #expect(gate.leave(2) == nil && gate.leave(4) == nil)
        #expect(gate.arrive() == .goes(6))
    }
}
