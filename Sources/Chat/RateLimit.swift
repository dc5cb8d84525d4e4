/// At most `limit` things in any `window`, exactly: it remembers the time of each. A value with no clock of its own.
struct RateLimit: Sendable, Equatable {
    private let limit: Int
    private let window: Duration
    /// Oldest first, never more than `limit`.
    private var taken: [Duration] = []

    /// Room for `limit` things in a window.
    init(_ limit: Int, per window: Duration) {
        self.limit = limit
        self.window = window
    }

    /// Takes one place at a time on some monotonic clock; when there is none, gives how long until there is.
    mutating func take(at now: Duration) -> Duration? {
        taken.removeAll { $0 + window <= now }
        guard taken.count >= limit else {
            taken.append(now)
            return nil
        }
        guard let oldest = taken.first else { return window }
        return oldest + window - now
    }

    /// Gives the newest place back: what was taken for turned out not to happen.
    mutating func giveBack() { _ = taken.popLast() }

    /// Whether nothing is remembered any more.
    func isIdle(at now: Duration) -> Bool { taken.allSatisfy { $0 + window <= now } }
}
