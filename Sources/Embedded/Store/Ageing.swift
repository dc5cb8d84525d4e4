import FoundationEssentials
import GRDB
import Ports

/// What of one table has had its time.
struct Ageing: Sendable {
    /// Rows removed in one transaction, so that nobody waits long for it.
    static let batch = 1_000

    let table: OwnTable
    /// What tells its rows apart.
    let key: String
    /// Which have had their time, `?1` being the moment that is too long ago.
    let condition: String
    let before: Date

    /// The rules of `Retention` over the tables. Conversations go after their messages.
    static func rules(_ now: Date) -> [Ageing] {
        let (spendKey, age) = ("day, userId, feature, model", "day * 86400000 < ?1")
        return [
            Ageing(.messages, "id", "at < ?1", Retention.messages, now),
            Ageing(
                .conversations, "userId, id",
                """
                lastAt < ?1 AND NOT EXISTS (SELECT 1 FROM messages AS m
                    WHERE m.userId = conversations.userId AND m.conversation = conversations.id)
                """, Retention.messages, now),
            Ageing(.reports, "userId, kind", "createdAt < ?1", Retention.reports, now),
            Ageing(.tips, "userId", "createdAt < ?1", Retention.reports, now),
            Ageing(.alerts, "id", "state = 'resolved' AND createdAt < ?1", Retention.alerts, now),
            Ageing(.spend, spendKey, "userId <> '' AND \(age)", Retention.spendOfPeople, now),
            Ageing(.spend, spendKey, age, Retention.spend, now),
            Ageing(.reservations, "id", age, Retention.spend, now),
            Ageing(.runs, "id", "isOver = 1 AND endedAt < ?1", Retention.runs, now),
        ].compactMap { $0 }
    }

    /// nil for what is kept as long as the account.
    private init?(_ table: OwnTable, _ key: String, _ condition: String, _ rule: Retention.Rule, _ now: Date) {
        guard let before = rule.cutOff(now) else { return nil }
        self.table = table
        self.key = key
        self.condition = condition
        self.before = before
    }

    /// Removes it, a batch at a time; gives how many rows.
    func apply(to store: EmbeddedStore) async throws(PortError) -> Int {
        var removed = 0
        while true {
            let count = try await store.write { db in
                let rows = "SELECT \(key) FROM \(table.rawValue) WHERE \(condition) LIMIT \(Self.batch)"
                try db.execute(
                    sql: "DELETE FROM \(table.rawValue) WHERE (\(key)) IN (\(rows))", arguments: [before.milliseconds])
                return db.changesCount
            }
            removed += count
            guard count == Self.batch else { return removed }
        }
    }
}
