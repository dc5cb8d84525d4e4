internal import Analyses
internal import Finance
internal import FoundationEssentials
public import Mongo
public import Ports

extension Triage {
    /// One document a person in `sidecar_triage`.
    public static func mongo(_ client: MongoClient) -> Triage {
        let store = TriageStore(client: client)
        return Triage(
            save: { row, night async throws(PortError) in try await store.save(row, night) },
            previous: { user async throws(PortError) in try await store.previous(user) },
            page: { level, after, limit async throws(PortError) in
                try await store.page(level, after: after, limit: limit)
            },
            counts: { () async throws(PortError) in try await store.counts() })
    }
}

/// Rows and nights as text, with what they are found and ordered by beside it.
struct TriageStore: Sendable {
    let client: MongoClient

    func save(_ row: TriageRow, _ night: PreviousRisk) async throws(PortError) {
        let fields = try Self.fields(row, night)
        try await client.put(["userId": BSON(row.userID)], ["$set": .document(fields)], in: .triage)
    }

    /// What is stored beside the person's id.
    static func fields(_ row: TriageRow, _ night: PreviousRisk) throws(PortError) -> BSONDocument {
        [
            "urgency": .int32(Int32(clamping: row.cursor.urgency)),
            "level": row.level.map { .string($0.rawValue) } ?? .null, "row": .string(try CodedText.write(row)),
            "previous": .string(try CodedText.write(night)), "asOf": BSON(row.asOf),
        ]
    }

    func previous(_ user: UserID) async throws(PortError) -> PreviousRisk? {
        let query = MongoQuery(["userId": BSON(user)], projection: ["previous": 1], limit: 1)
        guard let stored = try await find(query).first else { return nil }
        return try CodedText.read(stored["previous"]?.string ?? "", as: PreviousRisk.self)
    }

    /// A row that cannot be read is an error: a list without it would hide a person who may need a look.
    func page(_ level: RiskBand?, after: TriageCursor?, limit: Int) async throws(PortError) -> [TriageRow] {
        var filter: BSONDocument = [:]
        filter["level"] = level.map { .string($0.rawValue) }
        if let after {
            let urgency = BSON.int32(Int32(clamping: after.urgency))
            // The bound for the index first, then the exact place.
            filter["urgency"] = ["$lte": urgency]
            filter["$or"] = [["urgency": ["$lt": urgency]], ["userId": ["$gt": BSON(after.userID)]]]
        }
        let query = MongoQuery(
            filter, projection: ["row": 1], sort: ["urgency": -1, "userId": 1], limit: max(1, limit))
        var rows: [TriageRow] = []
        for stored in try await find(query) {
            rows.append(try CodedText.read(stored["row"]?.string ?? "", as: TriageRow.self))
        }
        return rows
    }

    func counts() async throws(PortError) -> [RiskBand?: Int] {
        let groups = try await PortError.translating { () async throws(MongoError) in
            try await client.aggregate(
                [["$group": ["_id": "$level", "people": ["$sum": 1]]]], in: OwnCollection.triage.name)
        }
        return groups.reduce(into: [:]) { counts, group in
            let level = group["_id"]?.string.flatMap { RiskBand(rawValue: $0) }
            counts[level, default: 0] += Int(group["people"]?.integer ?? 0)
        }
    }

    private func find(_ query: MongoQuery) async throws(PortError) -> [BSONDocument] {
        try await PortError.translating { () async throws(MongoError) in
            try await client.find(query, in: OwnCollection.triage.name)
        }
    }
}
