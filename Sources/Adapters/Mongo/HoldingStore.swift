internal import Analyses
internal import Finance
internal import Mongo
internal import Ports

/// Everything of one person over all collections of ours.
struct HoldingStore: Sendable {
    let client: MongoClient

    func parts(of user: UserID) async throws(PortError) -> [Holdings.Part] {
        var parts: [Holdings.Part] = []
        for collection in OwnCollection.personal {
            let query = MongoQuery(["userId": BSON(user)], sort: ["_id": 1])
            let found = try await PortError.translating { () async throws(MongoError) in
                try await client.find(query, in: collection.name)
            }
            parts.append(Holdings.Part(name: collection.name, documents: found.map { JSON(Document($0)) }))
        }
        let mentions = try await RunStore(client: client).naming(user).compactMap { $0.mention(of: user) }
        parts.append(Holdings.Part(name: OwnCollection.runs.name, documents: mentions))
        return parts.filter { !$0.documents.isEmpty }
    }

    /// What is remembered goes first: whoever is about to write to it then finds that it is not as it was.
    func erase(_ user: UserID) async throws(PortError) -> Int {
        var erased = 0
        for collection in [OwnCollection.states] + OwnCollection.personal {
            erased += try await PortError.translating { () async throws(MongoError) in
                try await client.delete(["userId": BSON(user)], from: collection, many: true)
            }
        }
        // Of an administrator it stays what was decided, not by whom.
        erased += try await PortError.translating { () async throws(MongoError) in
            try await client.update(
                ["owner": BSON(user)], with: ["$set": ["owner": .null]], in: OwnCollection.alerts, many: true)
        }.modified
        return try await erased + RunStore(client: client).forget(user)
    }

    /// The first of each collection, and of those the first.
    func owners(after: UserID?, limit: Int) async throws(PortError) -> [UserID] {
        var all: Set<UserID> = []
        for collection in OwnCollection.personal {
            all.formUnion(try await distinct("userId", after: after, limit, in: collection))
        }
        all.formUnion(try await distinct("people", after: after, limit, in: .runs))
        return Array(all.sorted().prefix(limit))
    }

    /// Along the index that begins with the person, where the server knows how to.
    private func distinct(
        _ field: String, after: UserID?, _ limit: Int, in collection: OwnCollection
    ) async throws(PortError) -> [UserID] {
        var stages: [BSONDocument] = field == "people" ? [["$unwind": "$people"]] : []
        stages.append([
            "$match": .document(
                BSONDocument([
                    .init(field, after.map { ["$gt": BSON($0)] } ?? ["$type": "objectId"])
                ]))
        ])
        stages += [
            ["$sort": .document(BSONDocument([.init(field, 1)]))], ["$group": ["_id": .string("$" + field)]],
            ["$sort": ["_id": 1]], ["$limit": .int32(Int32(clamping: limit))],
        ]
        return try await PortError.translating { () async throws(MongoError) in
            try await client.aggregate(stages, in: collection.name)
        }.compactMap { $0["_id"]?.id.flatMap { UserID($0.hex) } }
    }
}

extension JSON {
    /// A stored document as it stands, `_id` first and the rest by name.
    init(_ document: Document) {
        let names = document.fields.keys.filter { $0 != "_id" }.sorted()
        self = .object(
            (document["_id"] == nil ? names : ["_id"] + names).map { Member($0, JSON(document[$0] ?? .null)) })
    }

    private init(_ value: Document.Value) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = .int(number)
        case .double(let number): self = .number(number)
        case .decimal(let text), .string(let text), .id(let text), .other(let text): self = .string(text)
        case .date(let date): self = .string(date.rfc3339)
        case .array(let values): self = .array(values.map { JSON($0) })
        case .document(let inner): self = JSON(inner)
        }
    }
}
