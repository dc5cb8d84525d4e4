internal import Finance
internal import FoundationEssentials
public import Mongo
public import Ports

extension Instances {
    /// Beats in a collection of their own; turns by the claims in `chat_history`.
    public static func mongo(_ client: MongoClient) -> Instances {
        let store = InstanceStore(client: client)
        return Instances(
            beat: { instance, number async throws(PortError) in try await store.beat(instance, number) },
            leftTurns: { instance, since async throws(PortError) in try await store.leftTurns(instance, since) },
            fail: { turn, now async throws(PortError) in
                try await MessageStore(client: client).fail(turn, at: now)
            },
            remove: { instance, number async throws(PortError) in try await store.remove(instance, number) })
    }
}

/// Beats and claims.
private struct InstanceStore: Sendable {
    /// Turns of one dead instance that are ended in one go; it may be asked again.
    static let most = 2_000

    let client: MongoClient

    func beat(_ instance: String, _ number: Int64) async throws(PortError) -> [String: Int64] {
        let rows = try await PortError.translating { () async throws(MongoError) in
            _ = try await client.update(
                ["_id": .string(instance)], with: ["$set": ["beat": .int64(number)]], in: OwnCollection.instances,
                upsert: true)
            return try await client.find(MongoQuery([:], limit: 1_000), in: OwnCollection.instances.name)
        }
        var beats: [String: Int64] = [:]
        for row in rows {
            if let id = row["_id"]?.string, let number = row["beat"]?.integer { beats[id] = Int64(number) }
        }
        return beats
    }

    func remove(_ instance: String, _ number: Int64) async throws(PortError) {
        _ = try await PortError.translating { () async throws(MongoError) in
            try await client.delete(
                ["_id": .string(instance), "beat": .int64(number)], from: OwnCollection.instances)
        }
    }

    func leftTurns(_ instance: String, _ since: Date) async throws(PortError) -> [Instances.LeftTurn] {
        let claimed = try await rows(
            ["instance": .string(instance), "timestamp": ["$gte": BSON(since)], "turnId": ["$exists": true]])
        let turns = claimed.compactMap { $0["turnId"] }
        guard !turns.isEmpty else { return [] }
        let people = claimed.compactMap { $0["userId"] }
        let ended = try await rows([
            "userId": ["$in": .array(people)], "turnId": ["$in": .array(turns)], "role": "assistant",
            "state": ["$ne": "partial"],
        ])
        let done = Set(ended.compactMap { $0["turnId"]?.string })
        return claimed.compactMap { row in Instances.LeftTurn(row).flatMap { done.contains($0.turnID) ? nil : $0 } }
    }

    private func rows(_ filter: BSONDocument) async throws(PortError) -> [BSONDocument] {
        let fields: BSONDocument = [
            "userId": 1, "conversation_id": 1, "turnId": 1, "answerId": 1, "replaces": 1,
        ]
        let query = MongoQuery(filter, projection: fields, limit: Self.most)
        return try await PortError.translating { () async throws(MongoError) in
            try await client.find(query, in: OwnCollection.messages.name)
        }
    }
}

extension Instances.LeftTurn {
    fileprivate init?(_ row: BSONDocument) {
        guard let user = row["userId"]?.id.flatMap({ UserID($0.hex) }), let turn = row["turnId"]?.string,
            let conversation = row["conversation_id"]?.string.flatMap({ ConversationID($0) }),
            let answer = row["answerId"]?.string
        else { return nil }
        self.init(
            user: user, conversation: conversation, turnID: turn, answerID: answer, replaces: row["replaces"]?.string)
    }
}

extension MessageStore {
    /// What there is of the answer stays. Where there is none, an empty one says that none will come; one that its own
    /// instance stores meanwhile takes the id, and stands.
    fileprivate func fail(_ turn: Instances.LeftTurn, at now: Date) async throws(PortError) {
        let message = StoredMessage(
            id: turn.answerID, conversation: turn.conversation, role: .assistant, text: "", at: now, state: .failed,
            turnID: turn.turnID, replaces: turn.replaces)
        let key = try MessageRow.key(message, of: turn.user)
        let open = key + ["state": "partial"]
        let changed = try await PortError.translating { () async throws(MongoError) in
            try await client.update(open, with: ["$set": ["state": "failed"]], in: OwnCollection.messages)
        }
        guard changed.matched == 0 else { return }
        do throws(PortError) {
            guard try await append(turn.user, message) == .new, try await !hasOther(turn.user, message) else { return }
            // Its conversation was deleted between the death and now.
            _ = try await PortError.translating { () async throws(MongoError) in
                try await client.delete(key, from: OwnCollection.messages)
            }
        } catch let error where error.code == .conflict {
            return
        }
    }
}
