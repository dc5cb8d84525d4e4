public import Finance
public import Mongo
public import Ports

/// Fills an empty database with demo people. The one writer to collections of the main backend, and therefore the one
/// that first makes sure that nobody lives there.
public enum MongoDemoData {
    /// Documents sent at a time.
    static let batch = 500

    /// Stores documents by collection; `.conflict` for a database that has users, `.refused` for a collection that is no
    /// part of the demo.
    public static func fill(
        _ client: MongoClient, documents: [(collection: String, documents: [Document])]
    ) async throws(PortError) {
        var parts: [(DemoCollection, [BSONDocument])] = []
        for (name, documents) in documents {
            guard let collection = DemoCollection(rawValue: name) else {
                throw PortError(.refused, "\(name) is no collection of the demo")
            }
            parts.append((collection, documents.map { BSONDocument($0) }))
        }
        try await PortError.translating { () async throws(MongoError) in
            guard try await !client.exists([:], in: DemoCollection.users.name) else { return false }
            // Users last: until then the database counts as empty, so that a fill that broke off is not taken for done.
            for (collection, documents) in parts.sorted(by: { $0.0.isFirst && !$1.0.isFirst }) {
                for start in stride(from: 0, to: documents.count, by: batch) {
                    let part = documents[start..<min(start + batch, documents.count)]
                    try await client.insert(Array(part), into: collection)
                }
            }
            return true
        }.orThrow(PortError(.conflict, "the database has users; demo people are only for an empty one"))
    }
}

/// Collections of the main backend that the demo fills.
enum DemoCollection: String, CaseIterable, WritableCollection {
    case users, incomes, expenses, budgets, debts
    case savingGoals = "savinggoals"

    var name: String { rawValue }
    var isFirst: Bool { self != .users }
}

extension Bool {
    fileprivate func orThrow(_ error: PortError) throws(PortError) { if !self { throw error } }
}
