/// A collection that may be written to. Writes take nothing else, so that who may be written to can be read off the
/// types that conform.
public protocol WritableCollection: Sendable {
    /// Its name in the database.
    var name: String { get }
}

/// What an update did.
public struct MongoUpdated: Sendable, Hashable {
    /// Documents the filter found.
    public var matched: Int
    /// Documents that became different.
    public var modified: Int
    /// Whether a document was inserted for want of one.
    public var hasInserted: Bool
}

/// One of many changes.
public struct MongoChange: Sendable, Hashable {
    /// Which document; the first that matches.
    public var filter: BSONDocument
    /// What becomes of it.
    public var update: BSONDocument
    /// Whether one is inserted where none matches.
    public var isUpsert: Bool

    /// A change with every part given.
    public init(_ filter: BSONDocument, _ update: BSONDocument, upsert: Bool = false) {
        self.filter = filter
        self.update = update
        isUpsert = upsert
    }

    var statement: BSONDocument {
        ["q": .document(filter), "u": .document(update), "upsert": .bool(isUpsert), "multi": false]
    }
}

/// What many changes did.
public struct MongoBulk: Sendable, Hashable {
    /// Documents found, inserted or removed.
    public var count = 0
    /// What went wrong, by the place of the change in the list; everything else was done.
    public var failures: [Int: MongoError] = [:]

    mutating func add(_ part: MongoBulk, at start: Int) {
        count += part.count
        for (place, error) in part.failures { failures[start + place] = error }
    }
}

/// An index to be made.
public struct MongoIndex: Sendable, Hashable {
    /// Fields in order, 1 or -1 each.
    public var keys: BSONDocument
    /// Whether two documents may not have the same keys.
    public var isUnique: Bool
    /// Only documents that match are in it; empty means all.
    public var only: BSONDocument

    /// An index with every part given.
    public init(_ keys: BSONDocument, isUnique: Bool = false, only: BSONDocument = [:]) {
        self.keys = keys
        self.isUnique = isUnique
        self.only = only
    }

    /// `userId_1_turnId_1`, the name every MongoDB tool would give it.
    public var name: String {
        keys.elements.map { "\($0.name)_\($0.value.integer ?? 1)" }.joined(separator: "_")
    }
}

/// Writes as the server wants them. Each is acknowledged by a majority and from the journal, or is an error.
enum MongoWrite {
    /// The guarantee every write of ours asks for.
    static func concern(within limit: Duration) -> BSONDocument {
        ["w": "majority", "j": true, "wtimeout": .int32(limit.milliseconds)]
    }

    static func insert(_ documents: [BSONDocument], into collection: String) -> BSONDocument {
        ["insert": .string(collection), "documents": .array(documents.map(BSON.document)), "ordered": true]
    }

    static func update(
        _ filter: BSONDocument, _ update: BSONDocument, in collection: String, upsert: Bool, many: Bool
    ) -> BSONDocument {
        [
            "update": .string(collection),
            "updates": [
                ["q": .document(filter), "u": .document(update), "upsert": .bool(upsert), "multi": .bool(many)]
            ],
        ]
    }

    static func modify(
        _ filter: BSONDocument, _ update: BSONDocument, in collection: String, upsert: Bool, projection: BSONDocument
    ) -> BSONDocument {
        [
            "findAndModify": .string(collection), "query": .document(filter), "update": .document(update), "new": true,
            "upsert": .bool(upsert), "fields": .document(projection),
        ]
    }

    static func delete(_ filter: BSONDocument, from collection: String, many: Bool) -> BSONDocument {
        ["delete": .string(collection), "deletes": [["q": .document(filter), "limit": .int32(many ? 0 : 1)]]]
    }

    /// Statements a command takes at most, by number and by bytes. Far fewer than a server takes: a slow one answers each
    /// command within the deadline, and serves others in between.
    static let mostStatements = 64
    static let mostBytes = 8 * 1024 * 1024

    /// Statements cut into commands, in order.
    static func parts(of statements: [BSONDocument]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var (start, bytes) = (0, 0)
        for (place, statement) in statements.enumerated() {
            let size = statement.bytes.count
            if place > start, place - start == mostStatements || bytes + size > mostBytes {
                parts.append(start..<place)
                (start, bytes) = (place, 0)
            }
            bytes += size
        }
        return statements.isEmpty ? [] : parts + [start..<statements.count]
    }

    static func createIndexes(_ indexes: [MongoIndex], in collection: String) -> BSONDocument {
        let list = indexes.map { index -> BSON in
            var entry: BSONDocument = ["key": .document(index.keys), "name": .string(index.name)]
            if index.isUnique { entry["unique"] = true }
            if !index.only.isEmpty { entry["partialFilterExpression"] = .document(index.only) }
            return .document(entry)
        }
        return ["createIndexes": .string(collection), "indexes": .array(list)]
    }
}
