import Finance
import FoundationEssentials
import GRDB
public import Ports

extension Snapshots {
    /// Snapshots of the embedded store's records, read in one consistent view.
    public static func embedded(_ store: EmbeddedStore) -> Snapshots {
        Snapshots { user, month, now throws(PortError) in
            let round = try await store.read { db in try StoredRound(of: user, db) }
            guard let round else { throw PortError(.notFound, "no such person in the embedded store") }
            return try round.snapshot(month, now)
        }
    }
}

/// One round of reading for one person: texts only, so that the file is held no longer than needed.
struct StoredRound: Sendable {
    /// Collections of a person's records.
    static let collections = ["incomes", "expenses", "budgets", "debts", "savinggoals"]

    let user: Document
    let own: [String: [String]]
    let partnersBudgets: [String]

    /// nil for an unknown person.
    init?(of id: UserID, _ db: Database) throws {
        guard let body = try EmbeddedStore.body("users", id.hex, db) else { return nil }
        user = try DocumentText.read(body)
        var own: [String: [String]] = [:]
        for collection in Self.collections {
            // A deleted budget still names the category of its expense.
            own[collection] = try EmbeddedStore.bodies(
                collection, of: id, withDeleted: collection == "budgets", db)
        }
        self.own = own
        let partner = try Person(document: user).partnerID
        partnersBudgets =
            try partner.map {
                try EmbeddedStore.bodies("budgets", of: $0, withDeleted: false, db)
            } ?? []
    }

    /// What they come to; `.notFound` for a deleted person.
    func snapshot(_ month: Month, _ now: Date) throws(PortError) -> Snapshot {
        do {
            return try Snapshot(documents: documents(), month: month, asOf: now)
        } catch SnapshotError.deletedPerson {
            throw PortError(.notFound, "the person is deleted in the embedded store")
        } catch { throw PortError(store: error) }
    }

    private func documents() throws -> SnapshotDocuments {
        func read(_ collection: String) throws -> [Document] { try (own[collection] ?? []).map(DocumentText.read) }
        return SnapshotDocuments(
            user: user, incomes: try read("incomes"), expenses: try read("expenses"), budgets: try read("budgets"),
            debts: try read("debts"), savingGoals: try read("savinggoals"),
            partnerBudgets: try partnersBudgets.map(DocumentText.read).filter { $0["type"] == .string("household") })
    }
}
