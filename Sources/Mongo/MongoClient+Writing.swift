extension MongoClient {
    /// Inserts documents that carry their own `_id`, in order; the first that fails stops the rest. When the error says
    /// `duplicateKey` after two attempts, the first attempt may be what holds the key.
    public func insert(
        _ documents: [BSONDocument], into collection: some WritableCollection
    ) async throws(MongoError) {
        guard !documents.isEmpty else { return }
        let command = MongoWrite.insert(documents, into: collection.name)
        _ = try await write("insert \(collection.name)", command)
    }

    /// Changes the first document that matches, or every one; may insert one where none does.
    public func update(
        _ filter: BSONDocument, with update: BSONDocument, in collection: some WritableCollection,
        upsert: Bool = false, many: Bool = false
    ) async throws(MongoError) -> MongoUpdated {
        let command = MongoWrite.update(filter, update, in: collection.name, upsert: upsert, many: many)
        let reply = try await write("update \(collection.name)", command)
        let inserted = reply.hasUpserted
        return MongoUpdated(
            matched: inserted ? 0 : reply.count, modified: reply.modified, hasInserted: inserted)
    }

    /// Makes many changes, each whether or not another fails; or, `inOrder`, until the first fails, of few enough for one
    /// command. As few commands as their size allows.
    public func update(
        _ changes: [MongoChange], in collection: some WritableCollection, inOrder: Bool = false
    ) async throws(MongoError) -> MongoBulk {
        precondition(!inOrder || changes.count <= MongoWrite.mostStatements, "an order holds within one command only")
        return try await bulk("bulk update \(collection.name)", changes.map(\.statement)) { statements in
            ["update": .string(collection.name), "updates": .array(statements), "ordered": .bool(inOrder)]
        }
    }

    /// Removes every document that matches one of the filters.
    public func delete(
        anyOf filters: [BSONDocument], from collection: some WritableCollection
    ) async throws(MongoError) -> MongoBulk {
        let statements = filters.map { filter -> BSONDocument in ["q": .document(filter), "limit": 0] }
        return try await bulk("bulk delete \(collection.name)", statements) { statements in
            ["delete": .string(collection.name), "deletes": .array(statements), "ordered": false]
        }
    }

    /// Changes one document and gives it as it is afterwards; nil when none matches and none is inserted.
    public func findAndModify(
        _ filter: BSONDocument, with update: BSONDocument, in collection: some WritableCollection,
        upsert: Bool = false, projection: BSONDocument = [:]
    ) async throws(MongoError) -> BSONDocument? {
        let command = MongoWrite.modify(filter, update, in: collection.name, upsert: upsert, projection: projection)
        return try await write("findAndModify \(collection.name)", command).document["value"]?.document
    }

    /// Removes the first document that matches, or every one; gives how many.
    public func delete(
        _ filter: BSONDocument, from collection: some WritableCollection, many: Bool = false
    ) async throws(MongoError) -> Int {
        try await write("delete \(collection.name)", MongoWrite.delete(filter, from: collection.name, many: many)).count
    }

    /// Makes the indexes that are not there yet.
    public func createIndexes(
        _ indexes: [MongoIndex], in collection: some WritableCollection
    ) async throws(MongoError) {
        guard !indexes.isEmpty else { return }
        let command = MongoWrite.createIndexes(indexes, in: collection.name)
        _ = try await write("createIndexes \(collection.name)", command)
    }

    private func bulk(
        _ operation: String, _ statements: [BSONDocument], _ command: @Sendable ([BSON]) -> BSONDocument
    ) async throws(MongoError) -> MongoBulk {
        var whole = MongoBulk()
        for range in MongoWrite.parts(of: statements) {
            let command = command(statements[range].map(BSON.document))
            let part = try await perform(operation) { connection throws(MongoError) in try connection.bulk(command) }
            whole.add(part, at: range.lowerBound)
        }
        return whole
    }

    private func write(_ operation: String, _ command: BSONDocument) async throws(MongoError) -> MongoReply {
        try await perform(operation) { connection throws(MongoError) in try connection.write(command) }
    }
}
