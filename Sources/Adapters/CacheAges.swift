/// How old a kept snapshot may be.
public struct CacheAges: Sendable, Hashable {
    /// Served without asking the source.
    public var soft: Duration
    /// Served while somebody asks the source; nothing older is served at all.
    public var hard: Duration
    /// The share by which each life is drawn longer or shorter, so that what was kept together does not end together.
    public var jitter: Double

    /// Ages with every part given; the defaults are the operator's.
    public init(soft: Duration = .seconds(30), hard: Duration = .seconds(300), jitter: Double = 0.1) {
        self.soft = soft
        self.hard = hard
        self.jitter = jitter
    }

    /// What to do with something of an age.
    enum Freshness: Equatable {
        case fresh
        case stale
        case over
    }

    /// `random` is drawn from 0..<1.
    func freshness(ofAge age: Duration, random: Double) -> Freshness {
        if age >= hard { return .over }
        return age < drawn(soft, random) ? .fresh : .stale
    }

    /// How long to keep something new.
    func life(random: Double) -> Duration { drawn(hard, random) }

    private func drawn(_ duration: Duration, _ random: Double) -> Duration {
        duration * (1 + jitter * (2 * random - 1))
    }
}
