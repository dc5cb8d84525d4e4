import Finance
import FoundationEssentials
import GRDB
public import Ports

extension Alerts {
    /// The alert queue of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> Alerts {
        Alerts(
            newest: { user, limit throws(PortError) in
                try await store.read { db in try AlertRow.fetch(db, where: "userId = ?", [user.hex], limit: limit) }
            },
            page: { states, after, limit throws(PortError) in
                try await store.read { db in try page(states, after: after, limit: limit, db) }
            },
            raise: { alert throws(PortError) in try await store.write { db in try AlertRow.raise(alert, db) } },
            decide: { id, decision throws(PortError) in
                guard decision.state != .open else {
                    throw PortError(.refused, "a decision does not open an alert")
                }
                return try await store.write { db in try decide(id, decision, db) }
            })
    }

    private static func page(
        _ states: Set<AdminAlert.State>, after: String?, limit: Int, _ db: Database
    ) throws -> [AdminAlert] {
        let words = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        var condition = "state IN (\(words))"
        var arguments: StatementArguments = []
        if let after {
            // An unknown id makes the comparison NULL, and the page empty.
            condition += " AND (createdAt, id) < (SELECT createdAt, id FROM alerts WHERE id = ?)"
            arguments = [after]
        }
        return try AlertRow.fetch(db, where: condition, arguments, limit: limit)
    }

    private static func decide(_ id: String, _ decision: AlertDecision, _ db: Database) throws -> AdminAlert? {
        try db.execute(
            sql: "UPDATE alerts SET state = ?, snoozedUntil = ?, owner = ?, note = ? WHERE id = ?",
            arguments: [
                decision.state.rawValue, decision.until?.milliseconds, decision.owner.hex, decision.note, id,
            ])
        return try AlertRow.fetch(db, where: "id = ?", [id], limit: 1).first
    }
}
