internal import Finance
internal import Mongo
internal import Ports

/// Documents put in the place of earlier ones by the holder of a lease. A document that a later holder has written does not
/// match the filter, and the unique index of its collection refuses a second one.
struct FencedWrites: Sendable {
    /// A document of one person.
    struct Put: Sendable {
        let user: UserID
        /// What it takes the place of.
        let filter: BSONDocument
        let fields: BSONDocument
    }

    let client: MongoClient
    let fence: Fence

    /// Those of whom a later holder has been through with everything. Asked before anything is written, so that a late
    /// comer leaves as little as possible behind; what each write refuses is what counts.
    func taken(_ users: [UserID]) async throws(PortError) -> [UserID: PortError] {
        try await later(users, in: .states)
    }

    /// Puts each in its place; gives those where a later holder was. Where something else kept it out, such as a newer
    /// report, that stays, and nothing is wrong.
    func put(_ puts: [Put], in collection: OwnCollection) async throws(PortError) -> [UserID: PortError] {
        let first = try await send(puts, in: collection, upsert: true)
        let kept = first.filter { $0.value.code == .duplicateKey }.map { puts[$0.key] }
        var failures: [UserID: PortError] = [:]
        for (place, error) in first where error.code != .duplicateKey { failures[puts[place].user] = PortError(error) }
        guard !kept.isEmpty else { return failures }
        // What somebody inserted at the same moment may match by now.
        for (place, error) in try await send(kept, in: collection, upsert: false) {
            failures[kept[place].user] = PortError(error)
        }
        return failures.merging(try await later(kept.map(\.user), in: collection)) { first, _ in first }
    }

    /// Removes what the old service left in the way, after the new stands: its documents lack `mark`. Looked for first,
    /// as there is hardly ever any.
    func clear(_ puts: [Put], of collection: OwnCollection, lacking mark: String) async throws(PortError) {
        guard !puts.isEmpty else { return }
        let filter: BSONDocument = ["userId": .anyOf(puts.map(\.user)), mark: ["$exists": false]]
        try await PortError.translating { () async throws(MongoError) in
            let found = try await client.find(MongoQuery(filter, projection: ["userId": 1]), in: collection.name)
            let owners = Set(found.compactMap(\.owner))
            let filters = puts.filter { owners.contains($0.user) }.map(\.filter)
            if !filters.isEmpty { _ = try await client.delete(anyOf: filters, from: collection) }
        }
    }

    private func send(
        _ puts: [Put], in collection: OwnCollection, upsert: Bool
    ) async throws(PortError) -> [Int: MongoError] {
        let changes = puts.map { put in
            MongoChange(
                put.filter + ["fence": fence.condition],
                ["$set": .document(put.fields + ["fence": .int64(fence.number)])], upsert: upsert)
        }
        return try await PortError.translating { () async throws(MongoError) in
            try await client.update(changes, in: collection)
        }.failures
    }

    private func later(_ users: [UserID], in collection: OwnCollection) async throws(PortError) -> [UserID: PortError] {
        let filter: BSONDocument = ["userId": .anyOf(users), "fence": ["$gt": .int64(fence.number)]]
        let found = try await PortError.translating { () async throws(MongoError) in
            try await client.find(MongoQuery(filter, projection: ["userId": 1]), in: collection.name)
        }
        return found.reduce(into: [:]) { failures, stored in
            if let user = stored.owner { failures[user] = PortError(.conflict, "a later holder was there first") }
        }
    }
}
