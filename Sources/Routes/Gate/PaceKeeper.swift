internal import NIOConcurrencyHelpers

/// A bucket for each of many names, in bounded memory.
///
/// Names are held in two generations of half the limit each. A name in use moves to the young one; when that is full it
/// becomes the old one, and names unused since are forgotten, full bucket and all. So somebody with more names than the
/// limit can outrun it; the wire's own limits and nginx stand before that.
final class PaceKeeper: Sendable {
    private struct State {
        var young: [String: TokenBucket] = [:]
        var old: [String: TokenBucket] = [:]
    }

    private let pace: Pace
    private let half: Int
    private let uptime: @Sendable () -> Duration
    private let state = NIOLockedValueBox(State())

    init(_ pace: Pace, remembered: Int, clock: any Clock<Duration>) {
        self.pace = pace
        half = max(1, remembered / 2)
        uptime = clock.uptime()
    }

    /// How many names are held.
    var count: Int { state.withLockedValue { $0.young.count + $0.old.count } }

    /// Takes one for this name, or gives how long to wait.
    func take(_ name: String) -> Duration? {
        let now = uptime()
        return state.withLockedValue { state in
            var bucket = state.young[name] ?? state.old.removeValue(forKey: name) ?? TokenBucket(pace, at: now)
            let wait = bucket.take(at: now)
            if state.young[name] == nil, state.young.count >= half {
                state.old = state.young
                state.young = [:]
            }
            state.young[name] = bucket
            return wait
        }
    }
}

extension Clock where Duration == Swift.Duration {
    /// A reading of this clock, counted from now.
    func uptime() -> @Sendable () -> Swift.Duration {
        let start = now
        return { start.duration(to: self.now) }
    }
}
