public import FoundationEssentials
import NIOConcurrencyHelpers

/// A clock that stands still until a test moves it. Sleepers wake in order when their time is reached.
public final class TestClock: Clock, Sendable {
    /// A point on this clock: the time since it was made.
    public struct Instant: InstantProtocol {
        /// Since the clock was made.
        public var offset: Duration
        /// Later by a duration.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        /// How long until `other`.
        public func duration(to other: Instant) -> Duration { other.offset - offset }
        /// Earlier first.
        public static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.offset < rhs.offset }
    }

    private struct Sleeper {
        var until: Duration
        var continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var now = Duration.zero
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var lastKey = 0
    }

    private let state = NIOLockedValueBox(State())
    private let slept = Journal<Duration>()
    private let base: Date

    /// A clock whose wall time starts at the shared instant.
    public init(at base: Date = NamedPeople.now) { self.base = base }

    /// Where it stands.
    public var now: Instant { Instant(offset: state.withLockedValue { $0.now }) }
    /// It is exact.
    public var minimumResolution: Duration { .nanoseconds(1) }
    /// The wall's time, which moves with it.
    public var date: Date {
        let (seconds, attoseconds) = now.offset.components
        return base.addingTimeInterval(Double(seconds) + Double(attoseconds) / 1e18)
    }
    /// How many sleep right now.
    public var sleeping: Int { state.withLockedValue { $0.sleepers.count } }

    /// How often somebody has gone to sleep for `duration` so far.
    public func sleeps(for duration: Duration) -> Int { slept.entries.count { $0 == duration } }

    /// Returns once somebody has gone to sleep for `duration`, now or earlier, so many times.
    public func hasSlept(for duration: Duration, times: Int = 1) async throws {
        try await slept.wait(for: "a sleep of \(duration)") { $0.count { $0 == duration } >= times }
    }

    /// Moves it, and wakes whoever's time has come.
    public func advance(by duration: Duration) {
        let woken = state.withLockedValue { state -> [Sleeper] in
            state.now += duration
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for key in due.keys { state.sleepers[key] = nil }
            return due.values.sorted { $0.until < $1.until }
        }
        for sleeper in woken { sleeper.continuation.resume(returning: true) }
    }

    /// Sleeps until a test has moved the clock there, or the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let key = state.withLockedValue { state in
            state.lastKey += 1
            return state.lastKey
        }
        let isWoken = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in hold(key, deadline.offset, continuation) }
        } onCancel: {
            cancel(key)
        }
        if !isWoken { throw CancellationError() }
    }

    private func hold(_ key: Int, _ until: Duration, _ continuation: CheckedContinuation<Bool, Never>) {
        let (result, duration) = state.withLockedValue { state -> (Bool?, Duration) in
            if state.cancelled.remove(key) != nil { return (false, .zero) }
            guard until > state.now else { return (true, .zero) }
            state.sleepers[key] = Sleeper(until: until, continuation: continuation)
            return (nil, until - state.now)
        }
        if let result { continuation.resume(returning: result) } else { slept.append(duration) }
    }

    private func cancel(_ key: Int) {
        let sleeper = state.withLockedValue { state in
            let sleeper = state.sleepers.removeValue(forKey: key)
            if sleeper == nil { state.cancelled.insert(key) }
            return sleeper
        }
        sleeper?.continuation.resume(returning: false)
    }
}
