internal import Finance
internal import FoundationEssentials
public import Mongo
public import Ports

extension Runs {
    /// One document a run in `sidecar_runs`.
    public static func mongo(_ client: MongoClient) -> Runs {
        let store = RunStore(client: client)
        return Runs(
            want: { record async throws(PortError) in try await store.want(record) },
            next: { () async throws(PortError) in try await store.next() },
            save: { record, fence async throws(PortError) in try await store.save(record, fence) },
            stop: { id async throws(PortError) in try await store.stop(id) },
            find: { id async throws(PortError) in try await store.find(id) },
            newest: { limit async throws(PortError) in try await store.newest(limit) })
    }
}
