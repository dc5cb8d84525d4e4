internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

/// What is remembered of people, in `sidecar_states`.
///
/// A change names the revision it was made from: its filter finds that revision or nothing, and the first one is inserted
/// under the unique index. Of many changes in one command only their number comes back, so that where it falls short what
/// stands there is read again. `by` tells whose change that is, which also settles an answer that was lost.
struct StateStore: Sendable {
    /// Who makes a change.
    struct Writer: Sendable {
        /// What is noted beside the text.
        let mark: String
        /// Refuses a change where a later holder was; nil for a change that no lease stands behind.
        let fence: Fence?

        /// One call, told from every other: of two that make the same change one is refused.
        static var once: Writer {
            Writer(mark: "call-\(UInt64.random(in: .min ... .max))-\(UInt64.random(in: .min ... .max))", fence: nil)
        }

        /// A holder of the nightly lease, whose change counts as made when it is there already.
        static func night(_ fence: Fence) -> Writer { Writer(mark: "night-\(fence.number)", fence: fence) }
    }

    let client: MongoClient

    func read(_ kind: PersonalState.Kind, _ users: [UserID]) async throws(PortError) -> [UserID: PersonalState.Kept] {
        guard !users.isEmpty else { return [:] }
        let filter: BSONDocument = ["userId": .anyOf(users), "kind": .string(kind.rawValue)]
        let found = try await find(MongoQuery(filter, projection: ["userId": 1, "revision": 1, "text": 1]))
        return found.reduce(into: [:]) { kept, stored in
            if let user = stored.owner { kept[user] = Self.kept(stored) }
        }
    }

    func write(_ change: PersonalState.Change) async throws(PortError) -> Bool {
        switch try await store([change], by: .once)[change.user] {
        case nil: return true
        case let error? where error.code == .conflict: return false
        case let error?: throw error
        }
    }

    func due(_ kind: PersonalState.Kind, _ now: Date, limit: Int) async throws(PortError) -> [UserID] {
        let filter: BSONDocument = ["kind": .string(kind.rawValue), "due": ["$lte": BSON(now)]]
        let query = MongoQuery(
            filter, projection: ["userId": 1], sort: ["due": 1, "userId": 1], limit: max(1, limit))
        return try await find(query).compactMap(\.owner)
    }

    /// Makes changes, each whether or not another can be; gives the people of whom one could not.
    func store(_ changes: [PersonalState.Change], by writer: Writer) async throws(PortError) -> [UserID: PortError] {
        guard !changes.isEmpty else { return [:] }
        let bulk = try await PortError.translating { () async throws(MongoError) in
            try await client.update(changes.map { Self.change($0, by: writer) }, in: OwnCollection.states)
        }
        guard bulk.count < changes.count else { return [:] }
        var failures: [UserID: PortError] = [:]
        for (place, error) in bulk.failures where error.code != .duplicateKey {
            failures[changes[place].user] = PortError(error)
        }
        let made = try await standing(changes, by: writer)
        for change in changes where failures[change.user] == nil && !made.contains(change) {
            failures[change.user] = PortError(.conflict, "\(change.kind.rawValue) was changed meanwhile")
        }
        return failures
    }

    /// Those of the changes that stand there as this writer's.
    private func standing(
        _ changes: [PersonalState.Change], by writer: Writer
    ) async throws(PortError) -> Set<PersonalState.Change> {
        let filter: BSONDocument = ["userId": .anyOf(changes.map(\.user)), "by": .string(writer.mark)]
        let found = try await find(MongoQuery(filter))
        return Set(
            changes.filter { change in
                found.contains { stored in
                    stored.owner == change.user && stored["kind"]?.string == change.kind.rawValue
                        && Self.kept(stored) == PersonalState.Kept(revision: change.after + 1, text: change.text)
                }
            })
    }

    private static func change(_ change: PersonalState.Change, by writer: Writer) -> MongoChange {
        var filter: BSONDocument = [
            "userId": BSON(change.user), "kind": .string(change.kind.rawValue),
            "revision": .int64(Int64(change.after)),
        ]
        var fields: BSONDocument = [
            "revision": .int64(Int64(change.after) + 1), "text": .string(change.text), "by": .string(writer.mark),
        ]
        if let fence = writer.fence {
            filter["fence"] = fence.condition
            fields["fence"] = .int64(fence.number)
        }
        fields["due"] = change.due.map { BSON($0) }
        var update: BSONDocument = ["$set": .document(fields)]
        if change.due == nil { update["$unset"] = ["due": ""] }
        return MongoChange(filter, update, upsert: change.after == 0)
    }

    private static func kept(_ stored: BSONDocument) -> PersonalState.Kept? {
        guard let revision = stored["revision"]?.integer, let text = stored["text"]?.string else { return nil }
        return PersonalState.Kept(revision: Int(clamping: revision), text: text)
    }

    private func find(_ query: MongoQuery) async throws(PortError) -> [BSONDocument] {
        try await PortError.translating { () async throws(MongoError) in
            try await client.find(query, in: OwnCollection.states.name)
        }
    }
}

extension Fence {
    /// Matches what no later holder has written.
    var condition: BSON { ["$not": ["$gt": .int64(number)]] }
}

extension BSON {
    /// Matches any of these people.
    static func anyOf(_ users: some Sequence<UserID>) -> BSON {
        ["$in": .array(Set(users).sorted().map { BSON($0) })]
    }
}

extension BSONDocument {
    /// Whose document it is.
    var owner: UserID? { self["userId"]?.id.flatMap { UserID($0.hex) } }
}
