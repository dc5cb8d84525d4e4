// Stops asking something that does not answer, so that its callers fail at once instead of each waiting out a deadline.
//
//     closed ──(5 failures within 10 s)──▶ open ──(5 s later)──▶ probing ──success──▶ closed
//                                           ▲                       │
//                                           └────────failure────────┘
//
// A plain value: instants come in as arguments, the owner keeps it under its own lock. Every admitted call holds a
// permit and reports with it exactly once; a report from before the last change of state counts for nothing, so that a
// slow call of the bad time can neither close nor reopen the circuit.

/// Whether something outside is worth asking right now.
public struct CircuitBreaker: Sendable {
    /// When to stop asking, and for how long.
    public struct Settings: Sendable, Hashable {
        /// So many failures within `window` open the circuit.
        public var failures: Int
        /// How long a failure counts.
        public var window: Duration
        /// How long nothing is asked before one probe; also how long a probe may go unreported.
        public var rest: Duration

        /// Settings with every part given; the defaults are the ones of the operator's table.
        public init(failures: Int = 5, window: Duration = .seconds(10), rest: Duration = .seconds(5)) {
            self.failures = failures
            self.window = window
            self.rest = rest
        }
    }

    /// The right to make one call.
    public struct Permit: Sendable, Hashable {
        /// Whether this is the one call that decides whether the circuit closes.
        public let isProbe: Bool
        fileprivate let era: Int
    }

    /// How an admitted call ended.
    public enum Outcome: Sendable, Hashable {
        /// It was answered, be it with a refusal.
        case answered
        /// No answer, or none in time.
        case failed
        /// Its caller left before anyone could tell.
        case abandoned
    }

    /// A change that is worth one line in the log.
    public enum Change: Sendable, Hashable {
        case opened
        case closed
    }

    private enum State {
        case closed(failures: [ContinuousClock.Instant])
        case open(until: ContinuousClock.Instant)
        case probing(until: ContinuousClock.Instant)
    }

    private let settings: Settings
    private var state: State = .closed(failures: [])
    private var era = 0

    /// A closed circuit.
    public init(_ settings: Settings = Settings()) {
        precondition(settings.failures > 0, "a circuit that opens without a failure never lets a call through")
        self.settings = settings
    }

    /// Whether calls pass freely; false while open and while a probe is out.
    public var isClosed: Bool {
        if case .closed = state { true } else { false }
    }

    /// Asks to make a call; nil means fail at once without asking.
    public mutating func admit(at now: ContinuousClock.Instant) -> Permit? {
        switch state {
        case .closed:
            return Permit(isProbe: false, era: era)
        case .open(let until), .probing(let until):
            guard now >= until else { return nil }
            enter(.probing(until: now + settings.rest))
            return Permit(isProbe: true, era: era)
        }
    }

    /// Takes the end of an admitted call; gives the change of state it caused, if any.
    public mutating func report(_ outcome: Outcome, of permit: Permit, at now: ContinuousClock.Instant) -> Change? {
        guard permit.era == era else { return nil }
        switch (state, outcome) {
        case (.closed(let earlier), .failed):
            return count(earlier, and: now)
        case (.probing, .answered):
            enter(.closed(failures: []))
            return .closed
        case (.probing, .failed):
            enter(.open(until: now + settings.rest))
            return nil
        case (.probing, .abandoned):
            enter(.open(until: now))
            return nil
        case (.closed, .answered), (.closed, .abandoned), (.open, _):
            return nil
        }
    }

    /// The failures kept are those within the window, so never more than `settings.failures`.
    private mutating func count(_ earlier: [ContinuousClock.Instant], and now: ContinuousClock.Instant) -> Change? {
        let recent = earlier.filter { $0 + settings.window > now } + [now]
        guard recent.count >= settings.failures else {
            state = .closed(failures: recent)
            return nil
        }
        enter(.open(until: now + settings.rest))
        return .opened
    }

    private mutating func enter(_ next: State) {
        state = next
        era += 1
    }
}
