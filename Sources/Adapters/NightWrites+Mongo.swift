public import Mongo
public import Ports

extension NightWrites {
    /// What a night writes, one command a collection for everyone together. That an earlier holder is refused rests on the
    /// unique indexes that `MongoSchema.prepare` makes.
    public static func mongo(_ client: MongoClient) -> NightWrites {
        NightWrites { results, fence async throws(PortError) in
            var batch = NightBatch(client: client, fence: fence, results: results)
            return try await batch.save()
        }
    }
}
