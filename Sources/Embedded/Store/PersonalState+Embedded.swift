import Finance
import FoundationEssentials
import GRDB
public import Ports

extension PersonalState {
    /// What is remembered of people in the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> PersonalState {
        PersonalState(
            read: { kind, users throws(PortError) in
                try await store.read { db in
                    try users.reduce(into: [:]) { kept, user in kept[user] = try StateRow.kept(kind, of: user, db) }
                }
            },
            write: { change throws(PortError) in
                try await store.write { db in try StateRow.write(change, db) }
            },
            due: { kind, now, limit throws(PortError) in
                try await store.read { db in try StateRow.due(kind, now, limit, db) }
            })
    }
}

/// How something remembered stands in its table.
enum StateRow {
    /// What is there.
    static func kept(_ kind: PersonalState.Kind, of user: UserID, _ db: Database) throws -> PersonalState.Kept? {
        let sql = "SELECT revision, text FROM states WHERE userId = ? AND kind = ?"
        return try Row.fetchOne(db, sql: sql, arguments: [user.hex, kind.rawValue])
            .map { PersonalState.Kept(revision: $0["revision"], text: $0["text"]) }
    }

    /// Stores a change made from what is there; whether it was.
    static func write(_ change: PersonalState.Change, _ db: Database) throws -> Bool {
        guard try (kept(change.kind, of: change.user, db)?.revision ?? 0) == change.after else { return false }
        try db.execute(
            sql: "INSERT OR REPLACE INTO states (userId, kind, revision, text, due) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                change.user.hex, change.kind.rawValue, change.after + 1, change.text, change.due?.milliseconds,
            ])
        return true
    }

    static func due(_ kind: PersonalState.Kind, _ now: Date, _ limit: Int, _ db: Database) throws -> [UserID] {
        let sql = "SELECT userId FROM states WHERE kind = ? AND due <= ? ORDER BY due, userId LIMIT ?"
        return try String.fetchAll(db, sql: sql, arguments: [kind.rawValue, now.milliseconds, max(1, limit)])
            .compactMap { UserID($0) }
    }
}
