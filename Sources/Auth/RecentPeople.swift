internal import Finance
internal import FoundationEssentials

/// People read lately, so that a busy socket does not ask the store for each frame.
///
/// 1. An entry is used for `age` at most; whoever is blocked loses access within it.
/// 2. Only people in good standing are kept: whoever is unblocked comes back at once.
/// 3. At most `capacity` entries: two generations of half that. A hit moves to the young one, a full young one becomes
///    the old one, and what the old one still held – not used for longest – is forgotten.
struct RecentPeople {
    private struct Entry {
        var person: Person
        var readAt: Date
    }

    private let age: Double
    private let half: Int
    private var young: [UserID: Entry] = [:]
    private var old: [UserID: Entry] = [:]

    init(capacity: Int, age: Duration) {
        half = max(1, capacity / 2)
        self.age = age.inSeconds
    }

    /// How many are held.
    var count: Int { young.count + old.count }

    /// The person if read recently enough. A clock set back makes an entry too new to trust.
    mutating func find(_ user: UserID, at now: Date) -> Person? {
        guard let entry = young[user] ?? old.removeValue(forKey: user) else { return nil }
        guard (0..<age).contains(now.timeIntervalSince(entry.readAt)) else {
            young[user] = nil
            return nil
        }
        keep(entry, of: user)
        return entry.person
    }

    /// Remembers what was read, and forgets a person who is not in good standing.
    mutating func store(_ person: Person, for user: UserID, readAt: Date) {
        forget(user)
        keep(Entry(person: person, readAt: readAt), of: user)
    }

    /// Forgets one person.
    mutating func forget(_ user: UserID) {
        young[user] = nil
        old[user] = nil
    }

    private mutating func keep(_ entry: Entry, of user: UserID) {
        if young[user] == nil, young.count >= half {
            old = young
            young = [:]
        }
        young[user] = entry
    }
}
