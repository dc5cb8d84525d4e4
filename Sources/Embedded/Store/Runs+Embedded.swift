import Finance
import FoundationEssentials
import GRDB
public import Ports

extension Runs {
    /// Runs of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> Runs {
        Runs(
            want: { record throws(PortError) in
                try await store.write { db in
                    try RunRow.insert(record, db)
                    return try RunRow.find(record.id, db) ?? record
                }
            },
            next: { () throws(PortError) in
                try await store.read { db in
                    try RunRow.fetch(db, "isOver = 0 ORDER BY requestedAt, id LIMIT 1").first
                }
            },
            save: { record, fence throws(PortError) in
                try await store.write { db in try RunRow.save(record, fence, db) }
            },
            stop: { id throws(PortError) in
                try await store.write { db in
                    try db.execute(sql: "UPDATE runs SET isUnwanted = 1 WHERE id = ? AND isOver = 0", arguments: [id])
                    return try RunRow.find(id, db)
                }
            },
            find: { id throws(PortError) in try await store.read { db in try RunRow.find(id, db) } },
            newest: { limit throws(PortError) in
                try await store.read { db in
                    try RunRow.fetch(db, "true ORDER BY requestedAt DESC, id DESC LIMIT ?", [max(1, limit)])
                }
            })
    }
}

/// How a run stands in its table.
enum RunRow {
    /// Runs by a condition on the columns.
    static func fetch(
        _ db: Database, _ condition: String, _ arguments: StatementArguments = []
    ) throws -> [RunRecord] {
        let sql = "SELECT record, isUnwanted FROM runs WHERE \(condition)"
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            var record = try CodedText.read(row["record"], as: RunRecord.self)
            record.isUnwanted = row["isUnwanted"]
            return record
        }
    }

    static func find(_ id: String, _ db: Database) throws -> RunRecord? { try fetch(db, "id = ?", [id]).first }

    /// Adds a run unless it is there.
    static func insert(_ record: RunRecord, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO runs (id, isOver, requestedAt, endedAt, isUnwanted, fence, people, record)
                VALUES (?, ?, ?, ?, ?, 0, ?, ?)
                """,
            arguments: [
                record.id, record.isOver, record.requestedAt.milliseconds, record.endedAt?.milliseconds,
                record.isUnwanted, names(record), CodedText.write(record),
            ])
    }

    /// Replaces all but `isUnwanted`, unless a later holder was there; without a fence in any case.
    static func save(_ record: RunRecord, _ fence: Fence?, _ db: Database) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE runs SET isOver = ?2, endedAt = ?3, people = ?4, record = ?5, fence = coalesce(?6, fence)
                WHERE id = ?1 AND fence <= coalesce(?6, fence)
                """,
            arguments: [
                record.id, record.isOver, record.endedAt?.milliseconds, names(record), CodedText.write(record),
                fence?.number,
            ])
        return db.changesCount > 0
    }

    private static func names(_ record: RunRecord) -> String {
        record.people.sorted().map(\.hex).joined(separator: " ")
    }
}
