/// Which other instances live, as far as one of them can tell by looking. A value without clocks: `Desk+Presence` drives
/// it.
///
/// Somebody is dead whose number has not grown for `deadAfter` of this instance's own time, while it could look all along:
/// after a look that failed everybody is new again, so that the first to reach a store that was away does not bury those
/// who could not reach it either.
struct Presence: Sendable {
    /// One that seems to be dead.
    struct Dead: Hashable {
        var instance: String
        /// Its last number.
        var number: Int64
    }

    private struct Seen {
        var number: Int64
        var since: Duration
    }

    private let own: String
    private let deadAfter: Duration
    private var seen: [String: Seen] = [:]

    /// Knows nobody yet.
    init(own: String, deadAfter: Duration) {
        self.own = own
        self.deadAfter = deadAfter
    }

    /// Takes what a look has shown; gives those who seem to be dead, again at every look until they are removed.
    mutating func look(_ beats: [String: Int64], at now: Duration) -> [Dead] {
        var next: [String: Seen] = [:]
        for (instance, number) in beats where instance != own {
            let known = seen[instance]
            next[instance] = known?.number == number ? known : Seen(number: number, since: now)
        }
        seen = next
        return seen.filter { now - $0.value.since >= deadAfter }
            .map { Dead(instance: $0.key, number: $0.value.number) }.sorted { $0.instance < $1.instance }
    }

    /// A look failed.
    mutating func miss() { seen = [:] }

    /// Whether there is anybody else.
    var hasOthers: Bool { !seen.isEmpty }
}
