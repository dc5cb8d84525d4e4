internal import CMongo

// A change stream is one long read on one connection: it stays on the thread that opened it from start to end.

extension MongoConnectionHandle {
    /// Hands over every change that `pipeline` lets through, from now on, until `isOver`; asked about once a `wait`. Breaks
    /// that the library can mend it mends without losing a change; any other is an error, and the stream ended.
    func follow(
        _ pipeline: [BSONDocument], wait: Duration, until isOver: () -> Bool, opened: () -> Void,
        _ take: (BSONDocument) -> Void
    ) throws(MongoError) {
        let stages = try BSONHandle(["pipeline": .array(pipeline.map(BSON.document))])
        let options = try BSONHandle([
            "maxAwaitTimeMS": .int64(Int64(wait.milliseconds)), "fullDocument": "updateLookup",
        ])
        try withDatabase { database throws(MongoError) in
            guard let stream = mongoc_database_watch(database, stages.pointer, options.pointer) else {
                throw MongoError(.refused, "the changes cannot be asked for")
            }
            defer { mongoc_change_stream_destroy(stream) }
            if let failure = try failure(ofStream: stream) { throw failure }
            opened()
            while !isOver() {
                var next: OpaquePointer?
                if mongoc_change_stream_next(stream, &next), let next {
                    take(try BSONHandle.read(next).document)
                } else if let failure = try failure(ofStream: stream) {
                    throw failure
                }
            }
        }
    }

    private func failure(ofStream stream: OpaquePointer) throws(MongoError) -> MongoError? {
        try failure { error, reply in mongoc_change_stream_error_document(stream, &error, &reply) }
    }
}
