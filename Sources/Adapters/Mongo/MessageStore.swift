internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

/// Messages in `chat_history`. Every filter holds the owner; a person who guesses another's ids finds nothing.
struct MessageStore: Sendable {
    /// Messages of one turn that are ever read; a turn has two.
    static let turnLimit = 100

    let client: MongoClient

    /// Stores a message once. A lost answer is not told from a first success by the database, so a duplicate after our
    /// own second try is new when it is this very message.
    func append(_ user: UserID, _ message: StoredMessage) async throws(PortError) -> Stored {
        let document = try MessageRow.key(message, of: user) + MessageRow.origin(message) + MessageRow.content(message)
        do throws(MongoError) {
            try await client.insert([document], into: OwnCollection.messages)
            return .new
        } catch {
            guard error.code == .duplicateKey else { throw PortError(error) }
            guard let earlier = try await earlier(user, message) else {
                throw PortError(.conflict, "the message id is taken")
            }
            return error.attempts > 1 && earlier.id == message.id ? .new : .already(earlier)
        }
    }

    /// Writes text and state by id. Another person's id matches nothing, and then inserting it fails: its `_id` is taken.
    /// What was inserted into a conversation that has gone is taken out again: looked at after the write, so that a
    /// deletion between the two is seen. An unfinished text goes over an unfinished one only.
    func save(_ user: UserID, _ message: StoredMessage) async throws(PortError) {
        var key = try MessageRow.key(message, of: user)
        if message.state == .partial { key["state"] = .string(message.state.rawValue) }
        let change: BSONDocument = [
            "$set": .document(MessageRow.content(message)), "$setOnInsert": .document(MessageRow.origin(message)),
        ]
        let written = try await PortError.translating { () async throws(MongoError) in
            try await client.update(key, with: change, in: OwnCollection.messages, upsert: true)
        }
        guard written.hasInserted, try await !hasOther(user, message) else { return }
        _ = try await PortError.translating { () async throws(MongoError) in
            try await client.delete(key, from: OwnCollection.messages)
        }
    }

    /// Whether the conversation holds any other message.
    func hasOther(_ user: UserID, _ message: StoredMessage) async throws(PortError) -> Bool {
        let id = ObjectID(message.id).map(BSON.id) ?? .null
        return try await exists(Self.thread(user, message.conversation) + ["_id": ["$ne": id]])
    }

    /// The newest before a message of this very conversation, oldest first.
    func page(
        _ user: UserID, _ conversation: ConversationID, before: String?, limit: Int
    ) async throws(PortError) -> [StoredMessage] {
        var filter = Self.thread(user, conversation)
        if let before {
            guard let place = try await place(of: before, in: filter) else { return [] }
            filter = filter + place
        }
        let query = MongoQuery(filter, sort: MessageRow.order(newestFirst: true), limit: max(1, limit))
        return try await find(query).reversed()
    }

    /// The messages of one turn, oldest first.
    func turn(_ user: UserID, _ turnID: String) async throws(PortError) -> [StoredMessage] {
        let filter: BSONDocument = ["userId": BSON(user), "turnId": .string(turnID), "role": MessageRow.roles]
        return try await find(
            MongoQuery(filter, sort: MessageRow.order(newestFirst: false), limit: Self.turnLimit))
    }

    /// Whether there is any message at all.
    func hasHistory(_ user: UserID) async throws(PortError) -> Bool {
        try await exists(["userId": BSON(user), "role": MessageRow.roles])
    }

    /// Whether the conversation holds any message.
    func exists(_ user: UserID, _ conversation: ConversationID) async throws(PortError) -> Bool {
        try await exists(Self.thread(user, conversation))
    }

    /// Removes every message of the conversation, shown or not; gives how many.
    func delete(_ user: UserID, _ conversation: ConversationID) async throws(PortError) -> Int {
        let filter: BSONDocument = ["userId": BSON(user), "conversation_id": .string(conversation.text)]
        return try await PortError.translating { () async throws(MongoError) in
            try await client.delete(filter, from: OwnCollection.messages, many: true)
        }
    }

    /// The one write across all people: answers a dead process left unfinished.
    func failOrphans(before: Date) async throws(PortError) -> Int {
        let filter: BSONDocument = ["state": "partial", "timestamp": ["$lt": BSON(before)]]
        return try await PortError.translating { () async throws(MongoError) in
            try await client.update(filter, with: ["$set": ["state": "failed"]], in: OwnCollection.messages, many: true)
        }.modified
    }

    /// Messages of one conversation that are shown.
    static func thread(_ user: UserID, _ conversation: ConversationID) -> BSONDocument {
        ["userId": BSON(user), "conversation_id": .string(conversation.text), "role": MessageRow.roles]
    }

    private func earlier(_ user: UserID, _ message: StoredMessage) async throws(PortError) -> StoredMessage? {
        var same: [BSON] = [.document(["_id": ObjectID(message.id).map(BSON.id) ?? .null])]
        if let client = message.clientMessageID { same.append(.document(["clientMsgId": .string(client)])) }
        return try await find(MongoQuery(["userId": BSON(user), "$or": .array(same)], limit: 1)).first
    }

    /// Everything that comes before a message in the order of what a filter finds; nil when it is not in there.
    func place(of before: String, in filter: BSONDocument) async throws(PortError) -> BSONDocument? {
        guard let id = ObjectID(before) else { return nil }
        let query = MongoQuery(filter + ["_id": .id(id)], projection: ["timestamp": 1], limit: 1)
        let found = try await PortError.translating { () async throws(MongoError) in
            try await client.findOne(query, in: OwnCollection.messages.name)
        }
        guard let found else { return nil }
        let time = found["timestamp"] ?? .null
        return ["$or": [["timestamp": ["$lt": time]], ["timestamp": time, "_id": ["$lt": .id(id)]]]]
    }

    func find(_ query: MongoQuery) async throws(PortError) -> [StoredMessage] {
        try await PortError.translating { () async throws(MongoError) in
            try await client.find(query, in: OwnCollection.messages.name)
        }.compactMap { MessageRow.message($0) }
    }

    private func exists(_ filter: BSONDocument) async throws(PortError) -> Bool {
        try await PortError.translating { () async throws(MongoError) in
            try await client.exists(filter, in: OwnCollection.messages.name)
        }
    }
}
