import Analyses
import Finance
import FoundationEssentials
import GRDB
public import Ports

extension NightReads {
    /// What a night reads of the embedded store, each call in one consistent view.
    public static func embedded(_ store: EmbeddedStore) -> NightReads {
        NightReads(
            active: { since, limit throws(PortError) in
                let sql = """
                    SELECT DISTINCT userId FROM messages WHERE at >= ? AND role = 'user' ORDER BY userId LIMIT ?
                    """
                return try await store.read { db in
                    try String.fetchAll(db, sql: sql, arguments: [since.milliseconds, max(1, limit)])
                        .compactMap { UserID($0) }
                }
            },
            versions: { users throws(PortError) in
                try await store.read { db in
                    try users.reduce(into: [:]) { versions, user in versions[user] = try version(of: user, db) }
                }
            },
            snapshots: { users, month, now throws(PortError) in
                try await snapshots(of: users, month, now, store)
            },
            calculators: { users throws(PortError) in
                try await store.read { db in
                    try users.reduce(into: [:]) { found, user in found[user] = try Calculators.newest(of: user, db) }
                }
            },
            appSettings: { users throws(PortError) in
                try await store.read { db in
                    try users.reduce(into: [:]) { found, user in found[user] = try appSettings(of: user, db) }
                }
            })
    }

    private static func appSettings(of user: UserID, _ db: Database) throws -> AppSettings? {
        let sql =
            "SELECT body FROM documents INDEXED BY documents_of_user WHERE userId = ? AND collection = 'notificationsettings' LIMIT 1"
        let body = try String.fetchOne(db, sql: sql, arguments: [user.hex])
        return try body.map { AppSettings(try DocumentText.read($0)) }
    }

    /// A person at a time: a transaction over all of them would hold back the log's checkpoints for as long.
    private static func snapshots(
        of users: [UserID], _ month: Month, _ now: Date, _ store: EmbeddedStore
    ) async throws(PortError) -> [UserID: Result<Snapshot, PortError>] {
        var snapshots: [UserID: Result<Snapshot, PortError>] = [:]
        let port = Snapshots.embedded(store)
        for user in users {
            do throws(PortError) {
                snapshots[user] = .success(try await port.read(user, month, now))
            } catch {
                if error.code != .notFound { snapshots[user] = .failure(error) }
            }
        }
        return snapshots
    }

    /// A hash over the texts of everything a snapshot or a tip is made of; nil for an unknown person.
    private static func version(of user: UserID, _ db: Database) throws -> String? {
        guard let body = try EmbeddedStore.body("users", user.hex, db) else { return nil }
        var hash = ContentHash()
        hash.add(body)
        for collection in StoredRound.collections + Calculators.collections {
            try add(collection, of: user, to: &hash, db)
        }
        if case .id(let hex) = try DocumentText.read(body)["partnerId"], let partner = UserID(hex) {
            try add("budgets", of: partner, to: &hash, db)
        }
        return hash.digits
    }

    private static func add(
        _ collection: String, of user: UserID, to hash: inout ContentHash, _ db: Database
    ) throws {
        let sql =
            "SELECT body FROM documents INDEXED BY documents_of_user WHERE userId = ? AND collection = ? ORDER BY id"
        hash.add(collection)
        let bodies = try String.fetchCursor(db, sql: sql, arguments: [user.hex, collection])
        while let body = try bodies.next() { hash.add(body) }
    }
}
