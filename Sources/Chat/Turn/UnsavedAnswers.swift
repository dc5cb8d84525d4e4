import DequeModule
import Finance
import Ports

/// Answers people have read and the store has not taken yet, each with the time of its next try. Bounded in number and
/// in time; a value that is driven by the sweep.
struct UnsavedAnswers {
    /// One of them.
    struct Entry: Equatable {
        var user: UserID
        var message: StoredMessage
        fileprivate var nextTry: Duration
        fileprivate var wait: Duration
        fileprivate var giveUpAt: Duration
    }

    private let limits: SavingLimits
    private var entries: Deque<Entry> = []
    /// Answers that were given up, since the start.
    private(set) var givenUp = 0

    /// None.
    init(limits: SavingLimits) { self.limits = limits }

    /// How many wait.
    var count: Int { entries.count }

    /// Takes one whose first save has just failed.
    mutating func add(_ message: StoredMessage, of user: UserID, at now: Duration) {
        push(
            Entry(
                user: user, message: message, nextTry: now + limits.retryAfter, wait: limits.retryAfter,
                giveUpAt: now + limits.retryFor))
    }

    /// Takes out those whose time has come; each must come back through `failed` if it fails again.
    mutating func due(at now: Duration) -> [Entry] {
        let due = entries.filter { $0.nextTry <= now }
        entries.removeAll { $0.nextTry <= now }
        return Array(due)
    }

    /// It failed again: waits twice as long, or is given up.
    mutating func failed(_ entry: Entry, at now: Duration) {
        var entry = entry
        entry.wait = min(entry.wait * 2, limits.retryAtMost)
        entry.nextTry = now + entry.wait
        guard entry.nextTry <= entry.giveUpAt else {
            givenUp += 1
            return
        }
        push(entry)
    }

    /// Drops what waits of a person who is forgotten.
    mutating func forget(_ user: UserID) { entries.removeAll { $0.user == user } }

    private mutating func push(_ entry: Entry) {
        if entries.count >= limits.retriesHeld, entries.popFirst() != nil { givenUp += 1 }
        entries.append(entry)
    }
}
