import Analyses
import Finance
import FoundationEssentials
import GRDB
public import Ports

extension Holdings {
    /// What the embedded store holds of people. Records of the main backend's shape are not among it.
    public static func embedded(_ store: EmbeddedStore) -> Holdings {
        Holdings(
            export: { user throws(PortError) in try await store.read { db in try parts(of: user, db) } },
            erase: { user throws(PortError) in
                let erased = try await store.write { db in try erase(user, db) }
                try await store.forgetLog()
                return erased
            },
            owners: { after, limit throws(PortError) in
                try await store.read { db in try owners(after: after, limit: max(1, limit), db) }
            },
            purge: { now throws(PortError) in
                var removed = 0
                for rule in Ageing.rules(now) { removed += try await rule.apply(to: store) }
                return removed
            })
    }

    private static func parts(of user: UserID, _ db: Database) throws -> [Part] {
        var parts = try OwnTable.personal.map { table in
            let sql = "SELECT * FROM \(table.rawValue) WHERE userId = ?"
            let rows = try Row.fetchAll(db, sql: sql, arguments: [user.hex])
            return Part(name: table.rawValue, documents: rows.map(json))
        }
        let optOuts = try Row.fetchAll(db, sql: "SELECT body \(wishes)", arguments: [user.hex])
        parts.append(Part(name: PeerGroups.optOuts, documents: optOuts.map(json)))
        let mentions = try naming(user, db).compactMap { $0.mention(of: user) }
        parts.append(Part(name: OwnTable.runs.rawValue, documents: mentions))
        return parts.filter { !$0.documents.isEmpty }
    }

    private static func erase(_ user: UserID, _ db: Database) throws -> Int {
        var erased = 0
        for table in OwnTable.personal {
            try db.execute(sql: "DELETE FROM \(table.rawValue) WHERE userId = ?", arguments: [user.hex])
            erased += db.changesCount
        }
        try db.execute(sql: "DELETE \(wishes)", arguments: [user.hex])
        erased += db.changesCount
        // Of an administrator it stays what was decided, not by whom.
        try db.execute(sql: "UPDATE alerts SET owner = NULL WHERE owner = ?", arguments: [user.hex])
        return try erased + db.changesCount + forget(user, db)
    }

    private static func forget(_ user: UserID, _ db: Database) throws -> Int {
        let runs = try naming(user, db)
        for run in runs {
            if let rest = run.forgetting(user) {
                _ = try RunRow.save(rest, nil, db)
            } else {
                try db.execute(sql: "DELETE FROM runs WHERE id = ?", arguments: [run.id])
            }
        }
        return runs.count
    }

    private static func naming(_ user: UserID, _ db: Database) throws -> [RunRecord] {
        try RunRow.fetch(db, "instr(record, ?) > 0 ORDER BY id", [user.hex])
    }

    private static let wishes =
        "FROM documents INDEXED BY documents_of_user WHERE userId = ? AND collection = '\(PeerGroups.optOuts)'"

    private static func owners(after: UserID?, limit: Int, _ db: Database) throws -> [UserID] {
        let place = after?.hex ?? ""
        let selects = OwnTable.personal.map { "SELECT userId FROM \($0.rawValue) WHERE userId > ?1" }
        let sql =
            selects.joined(separator: " UNION ") + " UNION SELECT userId FROM documents WHERE userId > ?1"
            + " AND collection = '\(PeerGroups.optOuts)' ORDER BY userId LIMIT ?2"
        let held = try String.fetchAll(db, sql: sql, arguments: [place, limit])
        let named = try String.fetchAll(db, sql: "SELECT people FROM runs").flatMap { $0.split(separator: " ") }
        let all = Set(held).union(named.map(String.init).filter { $0 > place })
        return all.sorted().prefix(limit).compactMap { UserID($0) }
    }

    private static func json(_ row: Row) -> JSON {
        .object(
            row.map { name, value in
                switch value.storage {
                case .null: JSON.Member(name, .null)
                case .int64(let number): JSON.Member(name, .int(number))
                case .double(let number): JSON.Member(name, .number(number))
                case .string(let text): JSON.Member(name, .string(text))
                case .blob: JSON.Member(name, "bytes")
                }
            })
    }
}
