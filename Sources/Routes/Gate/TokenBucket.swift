/// How often something may happen.
public struct Pace: Sendable, Hashable {
    /// How many at once.
    public var burst: Int
    /// How many a second after that.
    public var perSecond: Double

    /// A pace of both.
    public init(burst: Int, perSecond: Double) {
        self.burst = burst
        self.perSecond = perSecond
    }
}

/// A bucket that fills at a pace. A value with no clock of its own: times are since any fixed instant.
struct TokenBucket: Equatable {
    private let pace: Pace
    private var level: Double
    private var filledAt: Duration

    /// A full bucket.
    init(_ pace: Pace, at now: Duration) {
        self.pace = pace
        level = Double(pace.burst)
        filledAt = now
    }

    /// Takes one; when there is none, takes nothing and gives how long until there is.
    mutating func take(at now: Duration) -> Duration? {
        let passed = max(0, (now - filledAt).milliseconds / 1_000)
        level = min(Double(pace.burst), level + passed * pace.perSecond)
        filledAt = max(filledAt, now)
        guard level < 1 else {
            level -= 1
            return nil
        }
        return .milliseconds(Int64(((1 - level) / pace.perSecond * 1_000).rounded(.up)))
    }
}
