internal import Finance
public import Mongo
public import Ports

extension Reports {
    /// Reports in `optimization_reports`, beside those of the old service. Saving once a kind rests on the unique index
    /// that `MongoSchema.prepare` makes.
    public static func mongo(_ client: MongoClient) -> Reports {
        let store = ReportStore(client: client)
        return Reports(
            all: { user async throws(PortError) in try await store.all(user) },
            save: { user, report async throws(PortError) in try await store.save(user, report) })
    }
}
