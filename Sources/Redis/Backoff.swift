/// How long to wait before the next attempt to connect: doubling from `first` to `longest`, each wait drawn from its
/// upper half, so that instances that lost the same server do not come back in step.
public struct Backoff: Sendable {
    /// The range of the waits.
    public struct Settings: Sendable, Hashable {
        /// The first wait.
        public var first: Duration
        /// No wait is longer.
        public var longest: Duration

        /// Settings with every part given.
        public init(first: Duration = .milliseconds(50), longest: Duration = .seconds(2)) {
            self.first = first
            self.longest = longest
        }
    }

    private let settings: Settings
    private var step: Duration

    /// A backoff that starts at its first wait.
    public init(_ settings: Settings = Settings()) {
        self.settings = settings
        step = settings.first
    }

    /// The next wait; `random` is drawn from 0..<1.
    public mutating func next(random: Double) -> Duration {
        defer { step = min(step * 2, settings.longest) }
        return step * (0.5 + random / 2)
    }

    /// Starts again at the first wait, once the other side has really answered.
    public mutating func reset() { step = settings.first }
}
