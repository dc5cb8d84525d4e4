public import Mongo
public import Ports

/// What the owner of the database could do for it. The main backend's collections are not ours: nothing is ever created
/// there, the commands are only told.
public enum MongoAdvice {
    /// Collections that are read by person. The backend declares no index on any of them.
    static let byPerson = [
        "incomes", "expenses", "budgets", "debts", "savinggoals", "savingcalculations", "loanrepaymentcalculations",
        "inflationcalculations", "inflationapicalculations",
    ]

    /// One shell command for each collection that exists and has no index that begins with the person.
    public static func missingIndexes(_ client: MongoClient) async throws(PortError) -> [String] {
        var commands: [String] = []
        for collection in byPerson {
            let indexes = try await PortError.translating { () async throws(MongoError) in
                try await client.indexes(of: collection)
            }
            let isServed = indexes.contains { $0.elements.first?.name == "userId" }
            if !indexes.isEmpty, !isServed { commands.append("db.\(collection).createIndex({ userId: 1 })") }
        }
        return commands
    }
}
