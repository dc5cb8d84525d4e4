internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

/// Alerts in `admin_alerts`.
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
        let document = try AlertRow.document(alert)
        do throws(MongoError) {
            try await client.insert([document], into: OwnCollection.alerts)
            return true
        } catch {
            guard error.code == .duplicateKey else { throw PortError(error) }
            guard let earlier = try await earlier(alert, document["_id"] ?? .null) else {
                throw PortError(.conflict, "the alert id is taken, or its key has just become free")
            }
            return error.attempts > 1 && earlier.id == alert.id
        }
    }

    /// Sets the state in one step. What is not resolved holds its key again, unless another has taken it meanwhile.
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

    /// The alert that stands in the way: of this id, or about the same thing.
    private func earlier(_ alert: AdminAlert, _ id: BSON) async throws(PortError) -> AdminAlert? {
        var same: [BSON] = [.document(["_id": id])]
        if let key = alert.key { same.append(.document(["key": .string(key), "isActive": true])) }
        return try await find(["userId": BSON(alert.user), "$or": .array(same)], limit: 1).first
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
