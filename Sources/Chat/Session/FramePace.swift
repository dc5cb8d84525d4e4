/// How fast one socket sends, counted in whole seconds: two words a socket, whatever it does.
struct FramePace: Sendable, Equatable {
    /// What to do with a frame.
    enum Verdict: Equatable {
        case fine
        /// Too fast: say so, with the time left until it is fine again.
        case refused(Duration)
        /// Nobody types like that.
        case flood
    }

    private var since = Duration.zero
    private var count = 0

    /// Counts one frame.
    mutating func count(at now: Duration, _ limits: FrameLimits) -> Verdict {
        if now >= since + .seconds(1) {
            since = now
            count = 0
        }
        count += 1
        guard count > limits.perSecond else { return .fine }
        return count > limits.floodPerSecond ? .flood : .refused(since + .seconds(1) - now)
    }
}
