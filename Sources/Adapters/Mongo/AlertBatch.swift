internal import Finance
internal import Mongo
internal import Ports

/// Alerts of many people raised in one command, by the rules of `AlertStore`.
struct AlertBatch: Sendable {
    private struct Key: Hashable {
        let user: UserID
        let key: String
    }

    let client: MongoClient

    /// Raises each unless one with its key is open; gives those whose alert's id belongs to somebody else. The id is found
    /// again where an answer was lost, and then nothing changes.
    func raise(_ alerts: [AdminAlert]) async throws(PortError) -> [UserID: PortError] {
        guard !alerts.isEmpty else { return [:] }
        let rounds = try await rounds(of: alerts)
        var changes: [MongoChange] = []
        for alert in alerts {
            let round = alert.key.map { rounds[Key(user: alert.user, key: $0)] ?? 0 }
            var document = try AlertRow.document(alert, round: round)
            let filter: BSONDocument = ["_id": document["_id"] ?? .null, "userId": BSON(alert.user)]
            for name in ["_id", "userId"] { document[name] = nil }
            changes.append(MongoChange(filter, ["$setOnInsert": .document(document)], upsert: true))
        }
        let bulk = try await PortError.translating { () async throws(MongoError) in
            try await client.update(changes, in: OwnCollection.alerts)
        }
        return try await failures(bulk.failures.map { (alerts[$0.key], $0.value) })
    }

    /// How many alerts about the same thing are resolved.
    private func rounds(of alerts: [AdminAlert]) async throws(PortError) -> [Key: Int] {
        let keys = Set(alerts.compactMap(\.key)).sorted()
        guard !keys.isEmpty else { return [:] }
        let match: BSONDocument = [
            "userId": .anyOf(alerts.map(\.user)), "key": ["$in": BSON(keys)], "round": ["$exists": true],
            "state": "resolved",
        ]
        let group: BSONDocument = ["_id": ["userId": "$userId", "key": "$key"], "count": ["$sum": 1]]
        let found = try await PortError.translating { () async throws(MongoError) in
            try await client.aggregate(
                [["$match": .document(match)], ["$group": .document(group)]], in: OwnCollection.alerts.name)
        }
        return found.reduce(into: [:]) { rounds, row in
            guard let id = row["_id"]?.document, let user = id.owner, let key = id["key"]?.string else { return }
            rounds[Key(user: user, key: key)] = Int(clamping: row["count"]?.integer ?? 0)
        }
    }

    /// A key that is taken is an alert that is open; an id that is taken by somebody else is a conflict.
    private func failures(_ failed: [(AdminAlert, MongoError)]) async throws(PortError) -> [UserID: PortError] {
        var failures: [UserID: PortError] = [:]
        for (alert, error) in failed where error.code != .duplicateKey { failures[alert.user] = PortError(error) }
        let taken = failed.filter { $0.1.code == .duplicateKey }.map(\.0)
        guard !taken.isEmpty else { return failures }
        let ids = taken.compactMap { ObjectID($0.id).map(BSON.id) }
        let found = try await PortError.translating { () async throws(MongoError) in
            try await client.find(
                MongoQuery(["_id": ["$in": .array(ids)]], projection: ["userId": 1]), in: OwnCollection.alerts.name)
        }
        for alert in taken where found.contains(where: { $0["_id"]?.id?.hex == alert.id && $0.owner != alert.user }) {
            failures[alert.user] = PortError(.conflict, "the alert id is taken")
        }
        return failures
    }
}
