/// Values that end, as a plain value: who calls says what time it is.
///
/// Rules: an entry is there while `now < end`; what has ended is dropped when the next entry comes; entries and bytes
/// are bounded, and `makeRoom` drops what would end first. A heap orders the ends. An overwritten or removed entry
/// leaves its old end behind in the heap, recognised by its stamp; the heap is rebuilt before such ends outnumber entries.
struct ExpiringEntries<Instant: InstantProtocol> {
    private struct Entry {
        var value: [UInt8]
        var end: Instant
        var stamp: UInt64
    }

    private struct End {
        var at: Instant
        var key: String
        var stamp: UInt64
    }

    let maxEntries: Int
    let maxBytes: Int
    private var entries: [String: Entry] = [:]
    private var ends: [End] = []
    private var stamp: UInt64 = 0
    private(set) var bytes = 0

    init(maxEntries: Int, maxBytes: Int) {
        self.maxEntries = maxEntries
        self.maxBytes = maxBytes
    }

    var count: Int { entries.count }
    /// Every key, ended or not.
    var keys: [String] { Array(entries.keys) }

    /// The value while it lasts.
    func value(of key: String, now: Instant) -> [UInt8]? {
        entries[key].flatMap { now < $0.end ? $0.value : nil }
    }

    /// Whether an entry of this size fits beside what is there.
    func hasRoom(for key: String, _ value: [UInt8]) -> Bool {
        let replaced = entries[key].map { size(key, $0.value) }
        return entries.count + (replaced == nil ? 1 : 0) <= maxEntries
            && bytes - (replaced ?? 0) + size(key, value) <= maxBytes
    }

    /// Keeps a value until `end`; the caller has made room.
    mutating func set(_ key: String, _ value: [UInt8], until end: Instant) {
        remove(key)
        stamp += 1
        entries[key] = Entry(value: value, end: end, stamp: stamp)
        bytes += size(key, value)
        push(End(at: end, key: key, stamp: stamp))
        if ends.count > 2 * entries.count + 64 { rebuild() }
    }

    /// Drops an entry, ended or not; gives what it held.
    @discardableResult
    mutating func remove(_ key: String) -> [UInt8]? {
        guard let entry = entries.removeValue(forKey: key) else { return nil }
        bytes -= size(key, entry.value)
        return entry.value
    }

    /// Drops everything that has ended.
    mutating func dropEnded(now: Instant) {
        while let first = ends.first, first.at <= now { dropFirst() }
    }

    /// Drops what would end first until the value fits; false when it can never fit.
    mutating func makeRoom(for key: String, _ value: [UInt8]) -> Bool {
        guard maxEntries > 0, size(key, value) <= maxBytes else { return false }
        while !hasRoom(for: key, value), !ends.isEmpty { dropFirst() }
        return hasRoom(for: key, value)
    }

    private func size(_ key: String, _ value: [UInt8]) -> Int { key.utf8.count + value.count }

    /// Takes the earliest end, and its entry with it unless the entry has moved on since.
    private mutating func dropFirst() {
        let first = ends[0]
        let last = ends.removeLast()
        if !ends.isEmpty {
            ends[0] = last
            sink(0)
        }
        if entries[first.key]?.stamp == first.stamp { remove(first.key) }
    }

    private mutating func rebuild() {
        ends = entries.map { End(at: $0.value.end, key: $0.key, stamp: $0.value.stamp) }.sorted { $0.at < $1.at }
    }

    private mutating func push(_ end: End) {
        ends.append(end)
        var child = ends.count - 1
        while child > 0, ends[child].at < ends[(child - 1) / 2].at {
            ends.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink(_ start: Int) {
        var parent = start
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < ends.count }
            guard let least = children.min(by: { ends[$0].at < ends[$1].at }), ends[least].at < ends[parent].at
            else { return }
            ends.swapAt(least, parent)
            parent = least
        }
    }
}
