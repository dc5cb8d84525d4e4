internal import Finance
internal import FoundationEssentials
public import Mongo
public import Ports

extension PersonalState {
    /// One document a person and kind in `sidecar_states`. That a change is made from what is there rests on the unique
    /// index that `MongoSchema.prepare` makes.
    public static func mongo(_ client: MongoClient) -> PersonalState {
        let store = StateStore(client: client)
        return PersonalState(
            read: { kind, users async throws(PortError) in try await store.read(kind, users) },
            write: { change async throws(PortError) in try await store.write(change) },
            due: { kind, now, limit async throws(PortError) in try await store.due(kind, now, limit: limit) })
    }
}
