import Finance
import Ports

/// Turns whose end somebody here waits for and nobody here writes. News of an end may be lost on the way, so the store is
/// asked as well. Bounded; a value that the sweep drives.
struct Vigil {
    /// One of them.
    struct Watch: Hashable {
        var user: UserID
        var conversation: ConversationID
        var turn: TurnID
        /// Set where this instance is to end it: its question may be stored, and nobody runs it.
        var abandoned: Instances.LeftTurn?
    }

    private struct Hours {
        var next: Duration
        var until: Duration
    }

    private let limits: InstanceLimits
    private var watches: [Watch: Hours] = [:]

    /// Nothing to wait for.
    init(limits: InstanceLimits) { self.limits = limits }

    /// Somebody waits for a turn. Beyond the bound nobody new is waited for: news of an end mostly arrive by themselves.
    mutating func add(_ watch: Watch, at now: Duration) {
        guard watches[watch] == nil, watches.count < limits.watchedAtMost else { return }
        watches[watch] = Hours(next: now + limits.lookEvery, until: now + limits.turnsLastAtMost)
    }

    /// Those to look after now; each is looked after again in a while, until it is removed or its time is over.
    mutating func due(at now: Duration) -> [Watch] {
        watches = watches.filter { $0.value.until > now }
        let due = watches.filter { $0.value.next <= now }.keys
        for watch in due { watches[watch]?.next = now + limits.lookEvery }
        return due.sorted { $0.turn.text < $1.turn.text }
    }

    /// It has ended, or nobody waits any more.
    mutating func remove(_ turn: TurnID) { watches = watches.filter { $0.key.turn != turn } }

    /// How many there are.
    var count: Int { watches.count }
}
