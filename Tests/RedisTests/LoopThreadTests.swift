import Glibc
import NIOConcurrencyHelpers
import Testing
import Threads

@Suite("A thread that polls")
struct LoopThreadTests {
    /// What a loop was told, turn by turn, and what it is to sleep on.
    private final class Script: Sendable {
        struct State {
            var turns: [[Readiness]] = []
            var interests: [Interest] = []
            var until: ContinuousClock.Instant?
            var isOver = false
        }

        let state = NIOLockedValueBox(State())
        var turns: [[Readiness]] { state.withLockedValue { $0.turns } }
        func change(_ body: (inout State) -> Void) { state.withLockedValue(body) }
    }

    private final class Loop: PolledLoop {
        private let script: Script

        init(_ script: Script) { self.script = script }

        func turn(ready: [Readiness], now: ContinuousClock.Instant) -> Sleep {
            script.state.withLockedValue { state in
                state.turns.append(ready)
                defer { state.until = nil }
                return state.isOver ? .ended : .on(state.interests, until: state.until)
            }
        }
    }

    /// Runs `body` beside a loop and ends the loop.
    private func withLoop(_ script: Script, _ body: (Waker) async throws -> Void) async throws {
        let waker = Waker()
        let thread = LoopThread(name: "test", waker: waker) { Loop(script) }
        try await body(waker)
        script.change { $0.isOver = true }
        waker.wake()
        await thread.ended()
    }

    @Test("sleeps without end until it is woken, and many wakes make no more turns than they must")
    func wakes() async throws {
        let script = Script()
        try await withLoop(script) { waker in
            try await eventually { script.turns.count == 1 }
            for _ in 0..<10_000 { waker.wake() }
            try await eventually { script.turns.count > 1 }
        }
        #expect(script.turns.count < 10_000)
        #expect(script.turns.allSatisfy { $0.isEmpty })
    }

    @Test("an instant ends the sleep, not before it has come")
    func deadline() async throws {
        let script = Script()
        let start = ContinuousClock.now
        script.change { $0.until = start + .milliseconds(30) }
        try await withLoop(script) { _ in
            try await eventually { script.turns.count == 2 }
            #expect(.now - start >= .milliseconds(30))
        }
    }

    @Test("an instant that has passed is no sleep at all, and one far away is no overflow")
    func extremes() async throws {
        let script = Script()
        script.change { $0.until = .now - .seconds(5) }
        try await withLoop(script) { waker in
            try await eventually { script.turns.count == 2 }
            script.change { $0.until = .now + .seconds(1_000_000_000_000) }
            waker.wake()
            try await eventually { script.turns.count == 3 }
        }
    }

    @Test("tells what can be read and written, and a hang-up as both")
    func readiness() async throws {
        var ends: [Int32] = [-1, -1]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        let (own, other) = (ends[0], ends[1])
        let script = Script()
        try await withLoop(script) { waker in
            script.change { $0.interests = [Interest(descriptor: own, reads: false, writes: true)] }
            waker.wake()
            try await eventually {
                script.turns.last == [Readiness(descriptor: own, canRead: false, canWrite: true)]
            }
            script.change { $0.interests = [Interest(descriptor: own, reads: true, writes: false)] }
            _ = write(other, "x", 1)
            try await eventually {
                script.turns.last == [Readiness(descriptor: own, canRead: true, canWrite: false)]
            }
            close(other)
            try await eventually {
                script.turns.last == [Readiness(descriptor: own, canRead: true, canWrite: true)]
            }
        }
        close(own)
    }

    @Test("who asks after the end is answered as well as who waited for it")
    func ended() async throws {
        let script = Script()
        script.change { $0.isOver = true }
        let thread = LoopThread(name: "test", waker: Waker()) { Loop(script) }
        await thread.ended()
        await thread.ended()
        #expect(script.turns.count == 1)
    }
}
