internal import CMongo

/// One connection while it is lent out; everything here blocks and belongs to one thread.
struct MongoConnectionHandle {
    private let client: OpaquePointer
    private let settings: MongoSettings
    private let started = ContinuousClock.now

    init(client: OpaquePointer, settings: MongoSettings) {
        self.client = client
        self.settings = settings
    }

    /// Sends a command that reads.
    func read(_ command: BSONDocument) throws(MongoError) -> MongoReply {
        let command = try BSONHandle(command)
        return try answer { reply, error in
            mongoc_client_read_command_with_opts(
                client, settings.database, command.pointer, nil, nil, reply, &error)
        }
    }

    /// Sends a command that writes; acknowledged by a majority from the journal, or an error.
    func write(_ command: BSONDocument) throws(MongoError) -> MongoReply {
        let (said, failure) = try send(command)
        if let failure { throw MongoReply.failure(in: said) ?? failure }
        return try MongoReply(said)
    }

    /// Sends many writes in one command, likewise; those that fail one by one are told one by one.
    func bulk(_ command: BSONDocument) throws(MongoError) -> MongoBulk {
        let (said, failure) = try send(command)
        if let bulk = try MongoReply.bulk(said) { return bulk }
        throw failure ?? MongoError(.malformed, "an answer without a count")
    }

    private func send(_ command: BSONDocument) throws(MongoError) -> (BSONDocument, MongoError?) {
        let concern = MongoWrite.concern(within: settings.socket)
        let options = try BSONHandle(["writeConcern": .document(concern)])
        let command = try BSONHandle(command)
        return try said { reply, error in
            mongoc_client_write_command_with_opts(
                client, settings.database, command.pointer, options.pointer, reply, &error)
        }
    }

    /// All documents of a query, or an error: a cursor that breaks in the middle never gives a short list.
    func find(_ query: MongoQuery, in name: String) throws(MongoError) -> [BSONDocument] {
        let filter = try BSONHandle(query.filter)
        let options = try BSONHandle(query.options(serverTime: settings.serverTime))
        return try withCollection(name) { collection throws(MongoError) in
            try drain(mongoc_collection_find_with_opts(collection, filter.pointer, options.pointer, nil))
        }
    }

    /// All documents a pipeline gives, or an error.
    func aggregate(_ stages: [BSONDocument], in name: String) throws(MongoError) -> [BSONDocument] {
        let pipeline = try BSONHandle(["pipeline": .array(stages.map(BSON.document))])
        let options = try BSONHandle(["maxTimeMS": .int32(settings.serverTime.milliseconds)])
        return try withCollection(name) { collection throws(MongoError) in
            try drain(
                mongoc_collection_aggregate(collection, MONGOC_QUERY_NONE, pipeline.pointer, options.pointer, nil))
        }
    }

    private func withCollection<T>(
        _ name: String, _ body: (OpaquePointer) throws(MongoError) -> T
    ) throws(MongoError) -> T {
        guard let collection = mongoc_client_get_collection(client, settings.database, name) else {
            throw MongoError(.refused, "no such collection name")
        }
        defer { mongoc_collection_destroy(collection) }
        return try body(collection)
    }

    func withDatabase<T>(_ body: (OpaquePointer) throws(MongoError) -> T) throws(MongoError) -> T {
        guard let database = mongoc_client_get_database(client, settings.database) else {
            throw MongoError(.refused, "no such database name")
        }
        defer { mongoc_database_destroy(database) }
        return try body(database)
    }

    private func drain(_ cursor: OpaquePointer?) throws(MongoError) -> [BSONDocument] {
        guard let cursor else { throw MongoError(.refused, "the query cannot be sent") }
        defer { mongoc_cursor_destroy(cursor) }
        var found: [BSONDocument] = []
        var bytes = 0
        var next: OpaquePointer?
        while mongoc_cursor_next(cursor, &next), let next {
            let (document, size) = try BSONHandle.read(next)
            bytes += size
            guard found.count < settings.limits.documents, bytes <= settings.limits.bytes else {
                throw MongoError(.tooLarge, "more documents than one call may bring")
            }
            guard started.duration(to: .now) <= settings.read else {
                throw MongoError(.timeout, "the read took longer than \(settings.read)")
            }
            found.append(document)
        }
        if let failure = try failure(of: cursor) { throw failure }
        return found
    }

    private func failure(of cursor: OpaquePointer) throws(MongoError) -> MongoError? {
        try failure { error, reply in mongoc_cursor_error_document(cursor, &error, &reply) }
    }

    /// What `ask` says went wrong, in the server's number where there is one.
    func failure(
        _ ask: (inout bson_error_t, inout OpaquePointer?) -> Bool
    ) throws(MongoError) -> MongoError? {
        var error = bson_error_t()
        var reply: OpaquePointer?
        guard ask(&error, &reply) else { return nil }
        let said = try reply.map { pointer throws(MongoError) in try BSONHandle.read(pointer).document }
        return said.flatMap(MongoReply.failure) ?? failure(error)
    }

    private func answer(
        _ send: (OpaquePointer, inout bson_error_t) -> Bool
    ) throws(MongoError) -> MongoReply {
        let (said, failure) = try said(send)
        if let failure { throw MongoReply.failure(in: said) ?? failure }
        return try MongoReply(said)
    }

    /// What came back, and what the library makes of it.
    private func said(
        _ send: (OpaquePointer, inout bson_error_t) -> Bool
    ) throws(MongoError) -> (BSONDocument, MongoError?) {
        var error = bson_error_t()
        let (isOK, said) = BSONHandle.filled { reply in send(reply, &error) }
        return (try said.get(), isOK ? nil : failure(error))
    }

    private func failure(_ error: bson_error_t) -> MongoError {
        MongoFailureHandle(error, elapsed: started.duration(to: .now), patience: settings.socket).asError
    }
}
