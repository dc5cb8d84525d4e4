import Analyses
import Finance
import GRDB
public import Ports

extension PeerGroups {
    /// The publication is a fact of the embedded store; who does not want to be counted has a record among the others.
    public static func embedded(_ store: EmbeddedStore) -> PeerGroups {
        PeerGroups(
            current: { () throws(PortError) in
                try await store.published(publication, as: PeerCohorts.self)
            },
            publish: { cohorts throws(PortError) in
                try await store.publish(cohorts, as: publication)
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
