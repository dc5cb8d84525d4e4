public import Mongo
public import Ports

extension SpendLedger {
    /// The ledger in `sidecar_spend`, see `SpendStore`. One command sets aside, one settles for as many as came together.
    public static func mongo(_ client: MongoClient) -> SpendLedger {
        let store = SpendStore(client: client)
        return SpendLedger(
            reserve: { request, caps async throws(PortError) in try await store.reserve(request, caps) },
            settle: { settlements async throws(PortError) in try await store.settle(settlements) },
            usage: { days async throws(PortError) in try await store.usage(days) })
    }
}
