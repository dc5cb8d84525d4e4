import Finance
import FoundationEssentials
import GRDB
import Ports

/// How an alert stands in its table.
struct AlertRow: FetchableRecord {
    static let columns = "id, userId, email, message, category, createdAt, state, snoozedUntil, owner, note, key"

    let alert: AdminAlert

    init(row: Row) throws {
        guard let user = UserID(row["userId"]), let state = AdminAlert.State(rawValue: row["state"]) else {
            throw PortError(.malformed, "an alert of the embedded store cannot be read")
        }
        let (until, owner): (Int64?, String?) = (row["snoozedUntil"], row["owner"])
        alert = AdminAlert(
            id: row["id"], user: user, email: row["email"], message: row["message"], category: row["category"],
            createdAt: Date(milliseconds: row["createdAt"]), state: state,
            snoozedUntil: until.map { Date(milliseconds: $0) }, owner: owner.flatMap { UserID($0) }, note: row["note"],
            key: row["key"])
    }

    /// Alerts by a condition on the columns, newest first.
    static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments, limit: Int
    ) throws -> [AdminAlert] {
        let sql =
            "SELECT \(columns) FROM alerts WHERE \(condition) ORDER BY createdAt DESC, id DESC LIMIT \(max(1, limit))"
        return try fetchAll(db, sql: sql, arguments: arguments).map(\.alert)
    }

    /// Adds an alert that is not there.
    static func insert(_ alert: AdminAlert, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO alerts (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                alert.id, alert.user.hex, alert.email, alert.message, alert.category, alert.createdAt.milliseconds,
                alert.state.rawValue, alert.snoozedUntil?.milliseconds, alert.owner?.hex, alert.note, alert.key,
            ])
    }

    /// Adds an alert unless one about the same thing is there and not resolved; whether it was added. The write
    /// transaction is the only one at a time, so that looking first and inserting then is one step.
    static func raise(_ alert: AdminAlert, _ db: Database) throws -> Bool {
        let same = try fetch(
            db, where: "userId = ?1 AND (id = ?2 OR (key = ?3 AND state <> 'resolved'))",
            [alert.user.hex, alert.id, alert.key], limit: 1)
        guard same.isEmpty else { return false }
        try insert(alert, db)
        return true
    }
}
