/// A read of documents of one collection.
public struct MongoQuery: Sendable, Hashable {
    /// Which documents.
    public var filter: BSONDocument
    /// Which fields; empty loads all.
    public var projection: BSONDocument
    /// In which order; empty is the server's choice.
    public var sort: BSONDocument
    /// How many at most; nil leaves it to the client's limit, beyond which the read is an error.
    public var limit: Int?
    /// Documents the server sends at a time; nil is the server's choice.
    public var batch: Int?

    /// A read with every part given.
    public init(
        _ filter: BSONDocument, projection: BSONDocument = [:], sort: BSONDocument = [:], limit: Int? = nil,
        batch: Int? = nil
    ) {
        self.filter = filter
        self.projection = projection
        self.sort = sort
        self.limit = limit
        self.batch = batch
    }

    /// As the options of the find command.
    func options(serverTime: Duration) -> BSONDocument {
        var options: BSONDocument = ["maxTimeMS": .int32(serverTime.milliseconds)]
        if !projection.isEmpty { options["projection"] = .document(projection) }
        if !sort.isEmpty { options["sort"] = .document(sort) }
        if let limit { options["limit"] = .int64(Int64(limit)) }
        if let batch { options["batchSize"] = .int32(Int32(clamping: batch)) }
        return options
    }
}
