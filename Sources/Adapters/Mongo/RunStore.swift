internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

/// Runs in `sidecar_runs`: the record as text, what it is found by beside it. `isUnwanted` counts as it stands beside the
/// text, since an operator sets it while the holder writes the rest. `people` is whom the text tells something of.
struct RunStore: Sendable {
    let client: MongoClient

    /// Inserts unless it is there. Of two that insert at once the later is told so, and finds the earlier's.
    func want(_ record: RunRecord) async throws(PortError) -> RunRecord {
        let fields: BSONDocument = [
            "requestedAt": BSON(record.requestedAt), "isUnwanted": .bool(record.isUnwanted),
        ]
        let insert: BSONDocument = ["$setOnInsert": .document(fields + (try Self.content(record)))]
        do throws(MongoError) {
            _ = try await client.update(
                ["_id": .string(record.id)], with: insert, in: OwnCollection.runs, upsert: true)
        } catch {
            guard error.code == .duplicateKey else { throw PortError(error) }
        }
        return try await find(record.id) ?? record
    }

    func next() async throws(PortError) -> RunRecord? {
        try await find(MongoQuery(["state": Self.underWay], sort: ["requestedAt": 1, "_id": 1], limit: 1)).first
    }

    /// Replaces all but `isUnwanted`, unless a later holder was there; without a fence in any case.
    func save(_ record: RunRecord, _ fence: Fence?) async throws(PortError) -> Bool {
        var filter: BSONDocument = ["_id": .string(record.id)]
        var fields = try Self.content(record)
        if let fence {
            filter["fence"] = fence.condition
            fields["fence"] = .int64(fence.number)
        }
        return try await PortError.translating { () async throws(MongoError) in
            try await client.update(filter, with: ["$set": .document(fields)], in: OwnCollection.runs)
        }.matched > 0
    }

    func stop(_ id: String) async throws(PortError) -> RunRecord? {
        _ = try await PortError.translating { () async throws(MongoError) in
            try await client.update(
                ["_id": .string(id), "state": Self.underWay], with: ["$set": ["isUnwanted": true]],
                in: OwnCollection.runs)
        }
        return try await find(id)
    }

    func find(_ id: String) async throws(PortError) -> RunRecord? {
        try await find(MongoQuery(["_id": .string(id)], limit: 1)).first
    }

    func newest(_ limit: Int) async throws(PortError) -> [RunRecord] {
        try await find(MongoQuery([:], sort: ["requestedAt": -1, "_id": -1], limit: max(1, limit)))
    }

    /// Runs that name a person. There are a few hundred at most, see `Retention.runs`.
    func naming(_ user: UserID) async throws(PortError) -> [RunRecord] {
        let id = BSON(user)
        return try await find(MongoQuery(["$or": [["people": id], ["place": id]]], sort: ["_id": 1]))
    }

    /// Takes a person out of every run that names them; gives how many did.
    func forget(_ user: UserID) async throws(PortError) -> Int {
        let runs = try await naming(user)
        for run in runs {
            if let rest = run.forgetting(user) {
                _ = try await save(rest, nil)
            } else {
                _ = try await PortError.translating { () async throws(MongoError) in
                    try await client.delete(["_id": .string(run.id)], from: OwnCollection.runs)
                }
            }
        }
        return runs.count
    }

    private static let underWay: BSON = ["$in": ["wanted", "running"]]

    private static func content(_ record: RunRecord) throws(PortError) -> BSONDocument {
        [
            "state": .string(record.state.rawValue), "endedAt": record.endedAt.map { BSON($0) } ?? .null,
            "people": .array(record.people.sorted().map { BSON($0) }),
            "place": record.place.after.map { BSON($0) } ?? .null, "record": .string(try CodedText.write(record)),
        ]
    }

    private func find(_ query: MongoQuery) async throws(PortError) -> [RunRecord] {
        let found = try await PortError.translating { () async throws(MongoError) in
            try await client.find(query, in: OwnCollection.runs.name)
        }
        var runs: [RunRecord] = []
        for stored in found {
            var record = try CodedText.read(stored["record"]?.string ?? "", as: RunRecord.self)
            record.isUnwanted = stored["isUnwanted"]?.isSet ?? record.isUnwanted
            runs.append(record)
        }
        return runs
    }
}
