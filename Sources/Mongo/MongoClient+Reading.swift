extension MongoClient {
    /// Every document a query finds; more than the client's limit, or a cursor that breaks, is an error.
    public func find(_ query: MongoQuery, in collection: String) async throws(MongoError) -> [BSONDocument] {
        try await perform("find \(collection)") { connection throws(MongoError) in
            try connection.find(query, in: collection)
        }
    }

    /// The first document a query finds.
    public func findOne(_ query: MongoQuery, in collection: String) async throws(MongoError) -> BSONDocument? {
        var query = query
        query.limit = 1
        return try await find(query, in: collection).first
    }

    /// Whether any document matches.
    public func exists(_ filter: BSONDocument, in collection: String) async throws(MongoError) -> Bool {
        try await findOne(MongoQuery(filter, projection: ["_id": 1]), in: collection) != nil
    }

    /// How many documents match.
    public func count(_ filter: BSONDocument = [:], in collection: String) async throws(MongoError) -> Int {
        let limit = settings.serverTime
        return try await perform("count \(collection)") { connection throws(MongoError) in
            try connection.read([
                "count": .string(collection), "query": .document(filter), "maxTimeMS": .int32(limit.milliseconds),
            ]).count
        }
    }

    /// Every document a pipeline gives. A stage that writes is refused: writes go where a `WritableCollection` says.
    public func aggregate(
        _ stages: [BSONDocument], in collection: String
    ) async throws(MongoError) -> [BSONDocument] {
        guard !stages.contains(where: { $0["$out"] != nil || $0["$merge"] != nil }) else {
            throw MongoError(.refused, "aggregate \(collection): a pipeline of ours never writes")
        }
        return try await perform("aggregate \(collection)") { connection throws(MongoError) in
            try connection.aggregate(stages, in: collection)
        }
    }

    /// The keys of every index of a collection; empty when there is no such collection.
    public func indexes(of collection: String) async throws(MongoError) -> [BSONDocument] {
        do {
            return try await perform("listIndexes \(collection)") { connection throws(MongoError) in
                let reply = try connection.read(["listIndexes": .string(collection), "cursor": ["batchSize": 100]])
                // A collection has 64 indexes at most, so one batch is all of them.
                guard let batch = reply.document["cursor"]?.document?["firstBatch"]?.array else {
                    throw MongoError(.malformed, "the list of indexes is missing")
                }
                return batch.compactMap { $0.document?["key"]?.document }
            }
        } catch  where error.cause == .server(MongoClient.noSuchCollection) {
            return []
        }
    }

    private static let noSuchCollection = 26
}
