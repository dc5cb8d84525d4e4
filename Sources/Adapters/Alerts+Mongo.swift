internal import Finance
public import Mongo
public import Ports

extension Alerts {
    /// The queue in `admin_alerts`, with what the old service raised there. Raising once rests on the unique index that
    /// `MongoSchema.prepare` makes.
    public static func mongo(_ client: MongoClient) -> Alerts {
        let store = AlertStore(client: client)
        return Alerts(
            newest: { user, limit async throws(PortError) in try await store.newest(user, limit: limit) },
            page: { states, after, limit async throws(PortError) in
                try await store.page(states, after: after, limit: limit)
            },
            raise: { alert async throws(PortError) in try await store.raise(alert) },
            decide: { id, decision async throws(PortError) in try await store.decide(id, decision) })
    }
}
