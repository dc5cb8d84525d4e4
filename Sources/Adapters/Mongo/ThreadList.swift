internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports
internal import Prompts

// A conversation exists because it has messages, so the list is made from them: what the old service stored is in it
// without a migration, and it can never disagree with the messages. Titles come, in this order, from what the person
// gave, from what the old service had made, and from the first question.

/// The conversations of one person.
struct ThreadList: Sendable {
    let client: MongoClient

    /// Newest activity first, behind `after` when it is named.
    func rows(
        _ user: UserID, after: ConversationID?, limit: Int
    ) async throws(PortError) -> [ConversationSummary] {
        var place: BSONDocument?
        if let after {
            guard let row = try await row(user, after) else { return [] }
            let at = BSON(row.lastAt)
            place = ["$or": [["lastAt": ["$lt": at]], ["lastAt": at, "_id": ["$gt": .string(after.text)]]]]
        }
        let filter: BSONDocument = ["userId": BSON(user), "role": MessageRow.roles]
        return try await summaries(user, of: filter, behind: place, limit: max(1, limit))
    }

    /// One row; nil without a message.
    func row(_ user: UserID, _ conversation: ConversationID) async throws(PortError) -> ConversationSummary? {
        try await summaries(user, of: MessageStore.thread(user, conversation), limit: 1).first
    }

    private func summaries(
        _ user: UserID, of filter: BSONDocument, behind place: BSONDocument? = nil, limit: Int
    ) async throws(PortError) -> [ConversationSummary] {
        let times = try await aggregate(Self.times(filter, behind: place, limit: limit))
        let names = times.compactMap { $0["_id"]?.string }
        guard !names.isEmpty else { return [] }
        let scope: BSONDocument = ["userId": BSON(user), "conversation_id": ["$in": BSON(names)]]
        let (given, old, questions) = try await titles(scope)
        return times.compactMap { row -> ConversationSummary? in
            guard let name = row["_id"]?.string, let id = ConversationID(name), let created = row["createdAt"]?.date,
                let last = row["lastAt"]?.date
            else { return nil }
            let title = given[name] ?? old[name] ?? ConversationTitle.make(from: questions[name] ?? "")
            return ConversationSummary(
                id: id, title: title, createdAt: Date(milliseconds: created), lastAt: Date(milliseconds: last))
        }
    }

    private func titles(
        _ scope: BSONDocument
    ) async throws(PortError) -> ([String: String], [String: String], [String: String]) {
        async let given = titles(scope, in: .titles)
        async let old = titles(scope, in: .legacyTitles)
        async let questions = firstQuestions(scope)
        let parts = await (given, old, questions)
        return (try parts.0.get(), try parts.1.get(), try parts.2.get())
    }

    private func titles(_ scope: BSONDocument, in collection: OwnCollection) async -> Result<
        [String: String], PortError
    > {
        let query = MongoQuery(scope, projection: ["conversation_id": 1, "title": 1])
        do throws(MongoError) {
            let found = try await client.find(query, in: collection.name)
            return .success(Self.texts(found, name: "conversation_id", text: "title"))
        } catch {
            return .failure(PortError(error))
        }
    }

    private func firstQuestions(_ scope: BSONDocument) async -> Result<[String: String], PortError> {
        let stages: [BSONDocument] = [
            ["$match": .document(scope + ["role": "user"])], ["$sort": .document(MessageRow.order(newestFirst: false))],
            ["$group": ["_id": "$conversation_id", "text": ["$first": "$message"]]],
        ]
        do throws(PortError) {
            return .success(Self.texts(try await aggregate(stages), name: "_id", text: "text"))
        } catch {
            return .failure(error)
        }
    }

    private func aggregate(_ stages: [BSONDocument]) async throws(PortError) -> [BSONDocument] {
        try await PortError.translating { () async throws(MongoError) in
            try await client.aggregate(stages, in: OwnCollection.messages.name)
        }
    }

    private static func times(_ filter: BSONDocument, behind place: BSONDocument?, limit: Int) -> [BSONDocument] {
        let groups: [BSONDocument] = [
            ["$match": .document(filter + ["timestamp": ["$type": "date"]])],
            [
                "$group": [
                    "_id": "$conversation_id", "createdAt": ["$min": "$timestamp"], "lastAt": ["$max": "$timestamp"],
                ]
            ],
        ]
        let behind: [BSONDocument] = place.map { [["$match": .document($0)]] } ?? []
        return groups + behind + [["$sort": ["lastAt": -1, "_id": 1]], ["$limit": .int32(Int32(clamping: limit))]]
    }

    private static func texts(_ rows: [BSONDocument], name: String, text: String) -> [String: String] {
        let pairs = rows.compactMap { row in
            row[name]?.string.flatMap { name in row[text]?.string.map { (name, $0) } }
        }
        return Dictionary(pairs.filter { !$0.1.isEmpty }) { first, _ in first }
    }
}
