import FoundationEssentials

/// Turns the documents of one round into records, keeping every remark on the way.
///
/// Each collection goes through the same gate: deleted records are dropped without a word, a record of another person
/// and a record without an id are dropped with a remark, one that is returned twice counts once.
struct SnapshotReader {
    let person: Person
    let limits: SnapshotLimits
    private(set) var remarks: [Skipped] = []

    init(person: Person, limits: SnapshotLimits) {
        self.person = person
        self.limits = limits
    }

    /// Reads one collection. `make` gives nil for a record that is nothing without a field it lacks.
    mutating func read<Record>(
        _ documents: [Document], of collection: String, owner: UserID, _ make: (inout Fields) -> Record?
    ) -> [Record] {
        var records: [Record] = []
        records.reserveCapacity(documents.count)
        for document in documents where !Fields.isDeleted(document) {
            guard var fields = Fields(document, of: collection) else {
                remarks.append(Skipped(collection: collection, id: "", field: "_id", reason: "no id"))
                continue
            }
            guard fields.reference("userId").map({ $0 == owner.hex }) ?? true else {
                fields.remark("userId", "belongs to someone else")
                remarks += fields.remarks
                continue
            }
            if let record = make(&fields) { records.append(record) }
            remarks += fields.remarks
        }
        return records
    }

    /// Puts records in order, each id once, and keeps the newest of too many.
    mutating func settle<Record: Occurrence>(_ records: [Record], of collection: String) -> [Record] {
        var seen: Set<String> = []
        let once = records.inOrder().filter { seen.insert($0.id).inserted }
        return cut(once, of: collection)
    }

    /// Drops what is over the limit from the front, where the oldest are.
    mutating func cut<Record>(_ records: [Record], of collection: String) -> [Record] {
        let extra = records.count - limits.records
        guard extra > 0 else { return records }
        let reason = "\(extra) older records left out"
        remarks.append(Skipped(collection: collection, id: "", field: "", reason: reason))
        return Array(records.dropFirst(extra))
    }

    /// All remarks in a fixed order, bounded.
    var skipped: [Skipped] {
        let sorted = remarks.sorted {
            ($0.collection, $0.id, $0.field, $0.reason) < ($1.collection, $1.id, $1.field, $1.reason)
        }
        guard sorted.count > limits.remarks else { return sorted }
        let more = Skipped(
            collection: "", id: "", field: "", reason: "\(sorted.count - limits.remarks) further remarks left out")
        return sorted.prefix(limits.remarks) + [more]
    }
}
