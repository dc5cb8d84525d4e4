import FoundationEssentials
import GRDB
public import Ports

extension Leases {
    /// Leases of the embedded store, which a second process of the machine may want as well.
    public static func embedded(_ store: EmbeddedStore) -> Leases {
        Leases(
            acquire: { name, owner, ttl, now throws(PortError) in
                let until = now.addingTimeInterval(ttl / .seconds(1))
                return try await store.write { db in
                    try keep(name, owner, until: until, now, db) ?? take(name, owner, until: until, now, db)
                }
            },
            renew: { name, fence, ttl, now throws(PortError) in
                let until = now.addingTimeInterval(ttl / .seconds(1))
                return try await store.write { db in
                    try db.execute(
                        sql: "UPDATE leases SET until = ? WHERE name = ? AND fence = ? AND owner IS NOT NULL",
                        arguments: [until.milliseconds, name, fence.number])
                    return db.changesCount > 0
                }
            },
            release: { name, fence throws(PortError) in
                try await store.write { db in
                    try db.execute(
                        sql: "UPDATE leases SET owner = NULL, until = 0 WHERE name = ? AND fence = ?",
                        arguments: [name, fence.number])
                }
            })
    }

    /// What is ours already and has not run out.
    private static func keep(
        _ name: String, _ owner: String, until: Date, _ now: Date, _ db: Database
    ) throws -> Fence? {
        let sql = "UPDATE leases SET until = ? WHERE name = ? AND owner = ? AND until > ? RETURNING fence"
        let arguments: StatementArguments = [until.milliseconds, name, owner, now.milliseconds]
        return try Int64.fetchOne(db, sql: sql, arguments: arguments).map { Fence($0) }
    }

    /// What is free or has run out, under the next fence.
    private static func take(
        _ name: String, _ owner: String, until: Date, _ now: Date, _ db: Database
    ) throws -> Fence? {
        let sql = """
            INSERT INTO leases (name, owner, until, fence) VALUES (?1, ?2, ?3, 1)
            ON CONFLICT (name) DO UPDATE SET owner = ?2, until = ?3, fence = fence + 1
            WHERE owner IS NULL OR until <= ?4 RETURNING fence
            """
        let arguments: StatementArguments = [name, owner, until.milliseconds, now.milliseconds]
        return try Int64.fetchOne(db, sql: sql, arguments: arguments).map { Fence($0) }
    }
}
