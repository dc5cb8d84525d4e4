public import Finance
import GRDB
public import Ports

extension EmbeddedStore {
    /// Stores one record of the main backend's shape, or replaces the one with its `_id`. For development and tests:
    /// it plays the main backend, which is the only writer of these collections elsewhere.
    public func insert(collection: String, document: Document) async throws(PortError) {
        try await insert(collection: collection, documents: [document])
    }

    /// Stores several records of one collection in one transaction.
    public func insert(collection: String, documents: [Document]) async throws(PortError) {
        try await write { db in
            for document in documents { try Self.put(document, in: collection, db, replacing: true) }
        }
    }

    /// Live and deleted records of a collection.
    public func count(collection: String) async throws(PortError) -> Int {
        try await read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM documents WHERE collection = ?", arguments: [collection])
                ?? 0
        }
    }

    /// Writes one record. Without `replacing` a record that is there stays as it is.
    static func put(_ document: Document, in collection: String, _ db: Database, replacing: Bool) throws {
        guard case .id(let id) = document["_id"] else {
            throw PortError(.refused, "a record of \(collection) has no _id that is an id")
        }
        var owner: String?
        if case .id(let user) = document["userId"] { owner = user }
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR \(replacing ? "REPLACE" : "IGNORE") INTO documents (collection, id, userId, isDeleted, body)
                VALUES (?, ?, ?, ?, ?)
                """)
        let isDeleted = document["isDeleted"] == .bool(true)
        try statement.execute(arguments: [collection, id, owner, isDeleted, DocumentText.write(document)])
    }

    /// The stored text of one record.
    static func body(_ collection: String, _ id: String, _ db: Database) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT body FROM documents WHERE collection = ? AND id = ?", arguments: [collection, id])
    }

    /// The stored texts of one person's records. The index is named in every such question: without statistics SQLite
    /// would rather go through everyone's records of the collection.
    static func bodies(_ collection: String, of user: UserID, withDeleted: Bool, _ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT body FROM documents INDEXED BY documents_of_user WHERE userId = ? AND collection = ? AND isDeleted <= ?
                """, arguments: [user.hex, collection, withDeleted])
    }
}
