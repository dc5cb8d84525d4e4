public import Finance
public import Mongo
public import Ports

/// Fills an empty database with demo people. The one writer to collections of the main backend, and therefore the one
/// that first makes sure that nobody lives there.
public enum MongoDemoData {
    /// Documents by collection, in the main backend's names.
    public typealias Batch = [(collection: String, documents: [Document])]

    /// Documents sent at a time.
    static let batch = 500

    /// Stores the documents of `people` people, a person at a time; `.conflict` for a database that has users,
    /// `.refused` for a collection that is no part of the demo.
    public static func fill(
        _ client: MongoClient, people: Int, documents: (Int) -> Batch
    ) async throws(PortError) {
        guard try await isEmpty(client) else {
            throw PortError(.conflict, "the database has users; demo people are only for an empty one")
        }
        // Users last: until then the database counts as empty, so that a fill that broke off is not taken for done.
        for areUsers in [false, true] {
            for number in 0..<people { try await store(documents(number), areUsers: areUsers, client) }
        }
    }

    private static func isEmpty(_ client: MongoClient) async throws(PortError) -> Bool {
        try await PortError.translating { () async throws(MongoError) in
            try await !client.exists([:], in: DemoCollection.users.name)
        }
    }

    private static func store(_ batch: Batch, areUsers: Bool, _ client: MongoClient) async throws(PortError) {
        for (name, documents) in batch {
            guard let collection = DemoCollection(rawValue: name) else {
                throw PortError(.refused, "\(name) is no collection of the demo")
            }
            guard (collection == .users) == areUsers else { continue }
            for start in stride(from: 0, to: documents.count, by: Self.batch) {
                let part = documents[start..<min(start + Self.batch, documents.count)].map { BSONDocument($0) }
                try await PortError.translating { () async throws(MongoError) in
                    try await client.insert(part, into: collection)
                }
            }
        }
    }
}

/// Collections of the main backend that the demo fills.
enum DemoCollection: String, CaseIterable, WritableCollection {
    case users, incomes, expenses, budgets, debts
    case savingGoals = "savinggoals"
    case savingCalculations = "savingcalculations"
    case loanCalculations = "loanrepaymentcalculations"
    case inflationCalculations = "inflationcalculations"
    case inflationLookups = "inflationapicalculations"

    var name: String { rawValue }
}
