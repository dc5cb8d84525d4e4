import Finance
import GRDB
public import Ports

extension ChannelLinks {
    /// A row for each chat of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> ChannelLinks {
        ChannelLinks(
            owner: { name throws(PortError) in
                try await store.read { db in
                    try String.fetchOne(db, sql: "SELECT userId FROM links WHERE name = ?", arguments: [name])
                }.flatMap { UserID($0) }
            },
            link: { name, user throws(PortError) in
                try await store.write { db in
                    try db.execute(
                        sql: "INSERT OR REPLACE INTO links (name, userId) VALUES (?, ?)", arguments: [name, user.hex])
                }
            },
            unlink: { name throws(PortError) in
                try await store.write { db in
                    try db.execute(sql: "DELETE FROM links WHERE name = ?", arguments: [name])
                    return db.changesCount > 0
                }
            },
            unlinkAll: { user throws(PortError) in
                try await store.write { db in
                    try db.execute(sql: "DELETE FROM links WHERE userId = ?", arguments: [user.hex])
                    return db.changesCount
                }
            },
            count: { user throws(PortError) in
                try await store.read { db in
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM links WHERE userId = ?", arguments: [user.hex]) ?? 0
                }
            })
    }
}
