import Analyses
import Finance
import GRDB
public import Ports

extension Triage {
    /// Risk assessments kept in the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> Triage {
        Triage(
            save: { row, night throws(PortError) in try await store.write { db in try save(row, night, db) } },
            previous: { user throws(PortError) in
                let sql = "SELECT night FROM triage WHERE userId = ?"
                return try await store.read { db in
                    try String.fetchOne(db, sql: sql, arguments: [user.hex])
                        .map { try CodedText.read($0, as: PreviousRisk.self) }
                }
            },
            page: { level, after, limit throws(PortError) in
                let (sql, arguments) = TriagePage(level: level, after: after, limit: limit).query
                return try await store.read { db in
                    try String.fetchAll(db, sql: sql, arguments: arguments)
                        .map { try CodedText.read($0, as: TriageRow.self) }
                }
            },
            counts: { () throws(PortError) in try await store.read { db in try counts(db) } })
    }

    /// Takes the place of the person's line and night.
    static func save(_ row: TriageRow, _ night: PreviousRisk, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO triage (userId, urgency, level, line, night) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                row.userID.hex, row.cursor.urgency, row.level?.rawValue, CodedText.write(row), CodedText.write(night),
            ])
    }

    private static func counts(_ db: Database) throws -> [RiskBand?: Int] {
        try Row.fetchAll(db, sql: "SELECT level, count(*) AS people FROM triage GROUP BY level")
            .reduce(into: [:]) { counts, row in
                let level: String? = row["level"]
                counts[level.flatMap { RiskBand(rawValue: $0) }, default: 0] += row["people"] as Int
            }
    }
}

/// A page of the list, read along an index from the place where it begins.
struct TriagePage {
    let level: RiskBand?
    let after: TriageCursor?
    let limit: Int

    /// The statement and what it is filled with.
    var query: (sql: String, arguments: StatementArguments) {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        if let level {
            conditions.append("level = ?")
            arguments += [level.rawValue]
        }
        if let after {
            conditions.append("urgency <= ? AND (urgency < ? OR userId > ?)")
            arguments += [after.urgency, after.urgency, after.userID.hex]
        }
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        arguments += [max(1, limit)]
        return ("SELECT line FROM triage \(filter) ORDER BY urgency DESC, userId LIMIT ?", arguments)
    }
}
