import Analyses
import Finance
import GRDB
public import Ports

extension PeerGroups {
    /// The publication is a fact of the embedded store; who does not want to be counted has a record among the others.
    public static func embedded(_ store: EmbeddedStore) -> PeerGroups {
        PeerGroups(
            current: { () throws(PortError) in
                let text = try await store.read { db in
                    try String.fetchOne(db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [publication])
                }
                return try text.map { text throws(PortError) in try CodedText.read(text, as: PeerCohorts.self) }
            },
            publish: { cohorts throws(PortError) in
                let text = try CodedText.write(cohorts)
                try await store.write { db in
                    try db.execute(
                        sql: "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", arguments: [publication, text])
                }
            },
            optedOut: { users throws(PortError) in
                let sql = "SELECT 1 FROM documents INDEXED BY documents_of_user WHERE userId = ? AND collection = ?"
                return try await store.read { db in
                    let statement = try db.cachedStatement(sql: sql)
                    return try Set(
                        users.filter { try Bool.fetchOne(statement, arguments: [$0.hex, optOuts]) ?? false })
                }
            },
            setOptedOut: { user, isOut throws(PortError) in
                try await store.write { db in
                    try db.execute(
                        sql: "DELETE FROM documents INDEXED BY documents_of_user WHERE userId = ? AND collection = ?",
                        arguments: [user.hex, optOuts])
                    guard isOut else { return }
                    let mine = Document(["_id": .id(user.hex), "userId": .id(user.hex)])
                    try EmbeddedStore.put(mine, in: optOuts, db, replacing: true)
                }
            })
    }

    /// The collection of those who do not want to be counted, the one among the records that is ours.
    static let optOuts = "sidecar_peer_opt_outs"
    private static let publication = "peers.current"
}
