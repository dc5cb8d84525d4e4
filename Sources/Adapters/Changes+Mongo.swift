internal import Finance
public import Mongo
public import Ports

extension Changes {
    /// The change stream over the collections a snapshot is made of.
    public static func mongo(_ client: MongoClient) -> Changes {
        Changes { take async throws(PortError) in
            try await PortError.translating { () async throws(MongoError) in
                try await client.follow(collections, fields: ["userId"], opened: { take(.following) }) { change in
                    if let user = change["fullDocument"]?.document?.owner { take(.changed(user)) }
                }
            }
        }
    }

    private static let collections = ["incomes", "expenses", "budgets", "debts", "savinggoals"]
}
