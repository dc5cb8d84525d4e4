import DequeModule
import Finance
import Ports

/// Answers people have read and the store has not taken yet, oldest first. The store is away for all of them or for none:
/// the oldest is tried after a wait, and when it goes through the others follow at once, in order. A value that the sweep
/// drives.
struct UnsavedAnswers {
    private let limits: SavingLimits
    private var entries: Deque<Outbox.Entry> = []
    private var nextTry = Duration.zero
    private var wait: Duration
    private var isOut = false
    /// Whether more wait on the disk than here.
    private(set) var isSpilt = false

    /// None.
    init(limits: SavingLimits) {
        self.limits = limits
        wait = limits.retryAfter
    }

    /// How many wait here.
    var count: Int { entries.count }

    /// Takes one that was not stored. Beyond the bound it waits on the disk only.
    mutating func add(_ entry: Outbox.Entry, at now: Duration) {
        guard entries.count < limits.retriesHeld, !isSpilt else { return isSpilt = true }
        if entries.isEmpty { nextTry = now + wait }
        entries.append(entry)
    }

    /// Takes what was read from the disk, in order.
    mutating func refill(_ read: [Outbox.Entry]) {
        isSpilt = read.count >= limits.retriesHeld
        let known = Set(entries.map(\.message.id))
        entries.append(contentsOf: read.filter { !known.contains($0.message.id) })
    }

    /// The one to try now; nil while it is not time, or while somebody tries one.
    mutating func take(at now: Duration) -> Outbox.Entry? {
        guard !isOut, now >= nextTry, let oldest = entries.first else { return nil }
        isOut = true
        return oldest
    }

    /// The store has what was taken, or will never have it: the next one follows at once.
    mutating func done(_ entry: Outbox.Entry) {
        isOut = false
        wait = limits.retryAfter
        entries.removeAll { $0.message.id == entry.message.id }
    }

    /// The store is still away.
    mutating func failed(at now: Duration) {
        isOut = false
        nextTry = now + wait
        wait = min(wait * 2, limits.retryAtMost)
    }

    /// Drops what waits of a person who is forgotten.
    mutating func forget(_ user: UserID) { entries.removeAll { $0.user == user } }
}
