internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

/// Removes what has had its time by the rules of `Retention`, a batch at a time, so that no command takes long. It asks
/// nothing of the server: one that removes by itself, as with a TTL index, would only do so unseen.
struct MongoAgeing: Sendable {
    /// Documents removed by one command.
    static let batch = 1_000

    let client: MongoClient

    /// Gives how many documents went.
    func purge(_ now: Date) async throws(PortError) -> Int {
        var removed = try await messages(now)
        for collection in [OwnCollection.reports, .tips, .legacySuggestions, .legacySavingsTips] {
            removed += try await remove(Retention.reports, "createdAt", now, from: collection)
        }
        removed += try await remove(Retention.alerts, "createdAt", now, from: .alerts, only: ["state": "resolved"])
        removed += try await remove(Retention.spendOfPeople, "day", now, from: .spend, only: ["kind": "person"])
        removed += try await remove(
            Retention.spend, "day", now, from: .spend, only: ["kind": ["$in": ["day", "line"]]])
        let over: BSONDocument = ["state": ["$in": ["done", "stopped"]]]
        return try await removed + remove(Retention.runs, "endedAt", now, from: .runs, only: over)
    }

    private func remove(
        _ rule: Retention.Rule, _ field: String, _ now: Date, from collection: OwnCollection,
        only: BSONDocument = [:]
    ) async throws(PortError) -> Int {
        try await each(rule, field, now, in: collection, only: only) { _ async throws(PortError) in 0 }
    }

    /// Titles go with the last message of their conversation.
    private func messages(_ now: Date) async throws(PortError) -> Int {
        try await each(Retention.messages, "timestamp", now, in: .messages) { gone async throws(PortError) in
            let threads = Set(gone.compactMap(StoredThread.init))
            let left = try await self.left(of: threads)
            let titles = threads.subtracting(left).map(\.filter)
            var removed = 0
            for collection in [OwnCollection.titles, .legacyTitles] {
                removed += try await PortError.translating { () async throws(MongoError) in
                    try await client.delete(anyOf: titles, from: collection).count
                }
            }
            return removed
        }
    }

    /// Removes batch after batch; `after` sees each once it is gone, and gives what it removed besides.
    private func each(
        _ rule: Retention.Rule, _ field: String, _ now: Date, in collection: OwnCollection, only: BSONDocument = [:],
        _ after: ([BSONDocument]) async throws(PortError) -> Int
    ) async throws(PortError) -> Int {
        guard let end = rule.cutOff(now) else { return 0 }
        var filter = only
        filter[field] = ["$lt": BSON(end)]
        let query = MongoQuery(
            filter, projection: ["userId": 1, "conversation_id": 1], sort: BSONDocument([.init(field, 1)]),
            limit: Self.batch)
        var removed = 0
        while true {
            let found = try await PortError.translating { () async throws(MongoError) in
                try await client.find(query, in: collection.name)
            }
            guard !found.isEmpty else { return removed }
            let ids = filter + ["_id": ["$in": .array(found.compactMap { $0["_id"] })]]
            removed += try await PortError.translating { () async throws(MongoError) in
                try await client.delete(ids, from: collection, many: true)
            }
            removed += try await after(found)
            guard found.count == Self.batch else { return removed }
        }
    }

    /// Those of the conversations that still hold a message.
    private func left(of threads: Set<StoredThread>) async throws(PortError) -> Set<StoredThread> {
        guard !threads.isEmpty else { return [] }
        let match: BSONDocument = [
            "userId": .anyOf(threads.map(\.user)), "conversation_id": ["$in": BSON(threads.map(\.name).sorted())],
        ]
        let group: BSONDocument = ["_id": ["userId": "$userId", "conversation_id": "$conversation_id"]]
        let rows = try await PortError.translating { () async throws(MongoError) in
            try await client.aggregate(
                [["$match": .document(match)], ["$group": .document(group)]], in: OwnCollection.messages.name)
        }
        return Set(rows.compactMap { $0["_id"]?.document.flatMap(StoredThread.init) })
    }
}

/// A conversation as stored documents name it.
private struct StoredThread: Hashable, Sendable {
    let user: UserID
    let name: String

    init?(_ stored: BSONDocument) {
        guard let user = stored.owner, let name = stored["conversation_id"]?.string else { return nil }
        self.user = user
        self.name = name
    }

    var filter: BSONDocument { ["userId": BSON(user), "conversation_id": .string(name)] }
}
