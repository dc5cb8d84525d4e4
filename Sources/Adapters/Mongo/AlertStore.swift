internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

/// Alerts in `admin_alerts`.
///
/// Raising once: alerts of one person and key are numbered in rounds from 0, and a new one takes the number of those that
/// are resolved. That number is free only when all are; two writers at once want the same, and the unique index gives it
/// to one. No update ever changes a round, so the index needs nothing but inserts.
struct AlertStore: Sendable {
    let client: MongoClient

    /// The newest about one person.
    func newest(_ user: UserID, limit: Int) async throws(PortError) -> [AdminAlert] {
        try await find(["userId": BSON(user), "_id": ["$type": "objectId"]] + AlertRow.readable(), limit: limit)
    }

    /// Alerts about everyone. The place to go on from is looked up whatever its state: it may have been settled since.
    func page(
        _ states: Set<AdminAlert.State>, after: String?, limit: Int
    ) async throws(PortError) -> [AdminAlert] {
        var filter: BSONDocument = ["userId": ["$type": "objectId"]]
        filter = filter + ["_id": ["$type": "objectId"]] + AlertRow.readable(states)
        if let after {
            guard let place = try await place(after) else { return [] }
            filter["$or"] = place
        }
        return try await find(filter, limit: limit)
    }

    /// Inserts, and lets the index say whether one is there. A lost answer is not told from a first success by the
    /// database, so a duplicate after our own second try is new when it is this very alert.
    func raise(_ alert: AdminAlert) async throws(PortError) -> Bool {
        let document = try AlertRow.document(alert, round: try await round(of: alert))
        do throws(MongoError) {
            try await client.insert([document], into: OwnCollection.alerts)
            return true
        } catch {
            guard error.code == .duplicateKey else { throw PortError(error) }
            guard let owner = try await owner(ofID: document["_id"] ?? .null) else { return false }
            guard owner == BSON(alert.user) else { throw PortError(.conflict, "the alert id is taken") }
            return error.attempts > 1
        }
    }

    /// Sets the state, whatever it was. An alert that is taken up again holds its key again.
    func decide(_ id: String, _ decision: AlertDecision) async throws(PortError) -> AdminAlert? {
        guard decision.state != .open else { throw PortError(.refused, "a decision does not open an alert") }
        guard let id = ObjectID(id) else { return nil }
        let fields = AlertRow.handling(
            decision.state, until: decision.until, owner: decision.owner, note: decision.note)
        let changed = try await PortError.translating { () async throws(MongoError) in
            try await client.findAndModify(
                ["_id": .id(id), "userId": ["$type": "objectId"]] + AlertRow.readable(),
                with: ["$set": .document(fields)], in: OwnCollection.alerts)
        }
        return changed.flatMap { AlertRow.alert($0) }
    }

    /// How many alerts about the same thing are resolved; nil for an alert without a key.
    private func round(of alert: AdminAlert) async throws(PortError) -> Int? {
        guard let key = alert.key else { return nil }
        let resolved: BSONDocument = [
            "userId": BSON(alert.user), "key": .string(key), "round": ["$exists": true], "state": "resolved",
        ]
        return try await PortError.translating { () async throws(MongoError) in
            try await client.count(resolved, in: OwnCollection.alerts.name)
        }
    }

    private func owner(ofID id: BSON) async throws(PortError) -> BSON? {
        try await PortError.translating { () async throws(MongoError) in
            try await client.findOne(
                MongoQuery(["_id": id], projection: ["userId": 1]), in: OwnCollection.alerts.name)
        }?["userId"]
    }

    private func place(_ after: String) async throws(PortError) -> BSON? {
        guard let id = ObjectID(after) else { return nil }
        let found = try await PortError.translating { () async throws(MongoError) in
            try await client.findOne(
                MongoQuery(["_id": .id(id)], projection: ["createdAt": 1]), in: OwnCollection.alerts.name)
        }
        guard let time = found?["createdAt"] else { return nil }
        return [["createdAt": ["$lt": time]], ["createdAt": time, "_id": ["$lt": .id(id)]]]
    }

    private func find(_ filter: BSONDocument, limit: Int) async throws(PortError) -> [AdminAlert] {
        let query = MongoQuery(filter, sort: AlertRow.order, limit: max(1, limit))
        return try await PortError.translating { () async throws(MongoError) in
            try await client.find(query, in: OwnCollection.alerts.name)
        }.compactMap { AlertRow.alert($0) }
    }
}
