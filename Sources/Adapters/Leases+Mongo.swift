internal import FoundationEssentials
public import Mongo
public import Ports

extension Leases {
    /// One document a lease in `sidecar_leases`, never removed, so that no fence is ever used again.
    public static func mongo(_ client: MongoClient) -> Leases {
        let store = LeaseStore(client: client)
        return Leases(
            acquire: { name, owner, ttl, now async throws(PortError) in
                try await store.acquire(name, owner, until: now.addingTimeInterval(ttl / .seconds(1)), now)
            },
            renew: { name, fence, ttl, now async throws(PortError) in
                try await store.set(
                    ["until": BSON(now.addingTimeInterval(ttl / .seconds(1)))],
                    of: ["_id": .string(name), "fence": .int64(fence.number), "owner": ["$ne": .null]])
            },
            release: { name, fence async throws(PortError) in
                _ = try await store.set(
                    ["owner": .null, "until": .date(0)], of: ["_id": .string(name), "fence": .int64(fence.number)])
            })
    }
}

/// `{_id: name, owner, until, fence}`. One that nobody holds has run out at the beginning of time.
private struct LeaseStore: Sendable {
    let client: MongoClient

    /// Takes what has run out or was never there: inserting fails where somebody holds it. Should that be ourselves, after
    /// an answer that was lost as well, it is kept.
    func acquire(_ name: String, _ owner: String, until: Date, _ now: Date) async throws(PortError) -> Fence? {
        let taken = try await PortError.translating { () async throws(MongoError) in
            try await take(name, owner, until: until, now)
        }
        guard let taken else { return nil }
        guard let number = taken["fence"]?.integer else { throw PortError(.malformed, "a lease without a fence") }
        return Fence(number)
    }

    private func take(
        _ name: String, _ owner: String, until: Date, _ now: Date
    ) async throws(MongoError) -> BSONDocument? {
        do throws(MongoError) {
            return try await client.findAndModify(
                ["_id": .string(name), "until": ["$lte": BSON(now)]],
                with: ["$set": ["owner": .string(owner), "until": BSON(until)], "$inc": ["fence": .int64(1)]],
                in: OwnCollection.leases, upsert: true)
        } catch {
            guard error.code == .duplicateKey else { throw error }
            return try await client.findAndModify(
                ["_id": .string(name), "owner": .string(owner), "until": ["$gt": BSON(now)]],
                with: ["$set": ["until": BSON(until)]], in: OwnCollection.leases)
        }
    }

    func set(_ fields: BSONDocument, of filter: BSONDocument) async throws(PortError) -> Bool {
        try await PortError.translating { () async throws(MongoError) in
            try await client.update(filter, with: ["$set": .document(fields)], in: OwnCollection.leases)
        }.matched > 0
    }
}
