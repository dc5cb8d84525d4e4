internal import Finance
public import Mongo
public import Ports

extension Holdings {
    /// What our own collections hold of people; the main backend's are its own to show and to forget.
    public static func mongo(_ client: MongoClient) -> Holdings {
        let store = HoldingStore(client: client)
        return Holdings(
            export: { user async throws(PortError) in try await store.parts(of: user) },
            erase: { user async throws(PortError) in try await store.erase(user) },
            owners: { after, limit async throws(PortError) in
                try await store.owners(after: after, limit: max(1, limit))
            },
            purge: { now async throws(PortError) in try await MongoAgeing(client: client).purge(now) })
    }
}
