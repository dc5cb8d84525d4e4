import Analyses
import Finance
import FoundationEssentials
import GRDB
public import Ports

extension NightWrites {
    /// What a night writes to the embedded store: one transaction a batch, and in it a savepoint a person.
    public static func embedded(_ store: EmbeddedStore) -> NightWrites {
        NightWrites { results, fence throws(PortError) in
            try await store.write { db in
                var failures: [UserID: PortError] = [:]
                for result in results { failures[result.user] = try save(result, fence, db) }
                return failures
            }
        }
    }

    /// Stores a result whole, or says why not and leaves everything of the person as it was.
    private static func save(_ result: NightResult, _ fence: Fence, _ db: Database) throws -> PortError? {
        var failure: PortError?
        try db.inSavepoint {
            do throws(PortError) {
                try store(result, fence, db)
                return .commit
            } catch {
                failure = error
                return .rollback
            }
        }
        return failure
    }

    private static func store(_ result: NightResult, _ fence: Fence, _ db: Database) throws(PortError) {
        do {
            let last = try last(result.user, db)
            guard (last ?? fence) <= fence else { throw PortError(.conflict, "a later holder was there first") }
            for report in result.reports { try ReportRow.save(report, of: result.user, db) }
            if let tips = result.tips { try save(tips, of: result.user, db) }
            if let triaged = result.triage { try Triage.save(triaged.row, triaged.night, db) }
            for alert in result.alerts { _ = try AlertRow.raise(alert, db) }
            for change in result.statesInOrder { try save(change, isAgain: last == fence, db) }
            try db.execute(
                sql: "INSERT OR REPLACE INTO fences (userId, number) VALUES (?, ?)",
                arguments: [result.user.hex, fence.number])
        } catch { throw PortError(store: error) }
    }

    private static func last(_ user: UserID, _ db: Database) throws -> Fence? {
        try Int64.fetchOne(db, sql: "SELECT number FROM fences WHERE userId = ?", arguments: [user.hex])
            .map { Fence($0) }
    }

    /// A change that this very holder has made before is as good as made.
    private static func save(_ change: PersonalState.Change, isAgain: Bool, _ db: Database) throws {
        guard try !StateRow.write(change, db) else { return }
        let made = PersonalState.Kept(revision: change.after + 1, text: change.text)
        guard isAgain, try StateRow.kept(change.kind, of: change.user, db) == made else {
            throw PortError(.conflict, "somebody else wrote meanwhile")
        }
    }

    private static func save(_ tips: StoredTips, of user: UserID, _ db: Database) throws {
        let texts = Dictionary(uniqueKeysWithValues: tips.texts.map { ($0.key.key, $0.value) })
        try db.execute(
            sql: """
                INSERT INTO tips (userId, texts, createdAt) VALUES (?, ?, ?)
                ON CONFLICT (userId) DO UPDATE SET texts = excluded.texts, createdAt = excluded.createdAt
                WHERE excluded.createdAt >= createdAt
                """, arguments: [user.hex, CodedText.write(texts), tips.createdAt.milliseconds])
    }
}
