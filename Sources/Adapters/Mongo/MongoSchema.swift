public import Mongo
public import Ports

/// What our own collections need in the database. Nothing here touches a collection of the main backend.
public enum MongoSchema {
    /// Makes the indexes that are missing; may be called at every start, by several instances at once.
    public static func prepare(_ client: MongoClient) async throws(PortError) {
        for collection in OwnCollection.allCases {
            try await PortError.translating { () async throws(MongoError) in
                try await client.createIndexes(indexes(of: collection), in: collection)
            }
        }
    }

    static func indexes(of collection: OwnCollection) -> [MongoIndex] {
        switch collection {
        case .messages: messages
        case .titles: [MongoIndex(["userId": 1, "conversation_id": 1], isUnique: true)]
        // Only ever grow smaller, and an index would create one where it never was.
        case .legacyTitles, .legacySuggestions, .legacySavingsTips: []
        case .reports: reports
        case .alerts: alerts
        case .triage:
            [
                MongoIndex(["userId": 1], isUnique: true),
                // The list of everyone, and of one level, in its order.
                MongoIndex(["urgency": -1, "userId": 1]), MongoIndex(["level": 1, "urgency": -1, "userId": 1]),
            ]
        case .tips: tips
        case .states: states
        case .runs: [MongoIndex(["state": 1, "requestedAt": 1]), MongoIndex(["requestedAt": -1, "_id": -1])]
        // Found by their ids.
        case .peerCohorts, .categoryModels, .leases, .instances: []
        case .channelLinks: [MongoIndex(["userId": 1])]
        // Bookings find their documents by id; the rest is for administrators, for ageing and for whoever asks or goes.
        case .spend: [MongoIndex(["kind": 1, "day": 1]), MongoIndex(["userId": 1])]
        case .peerOptOuts: [MongoIndex(["userId": 1], isUnique: true)]
        }
    }

    private static var messages: [MongoIndex] {
        [
            // Reading and paging a conversation; grouping them into the list.
            MongoIndex(["userId": 1, "conversation_id": 1, "timestamp": -1, "_id": -1]),
            // A client's message is stored once. Messages of the old service have no such id and are not in it.
            MongoIndex(["userId": 1, "clientMsgId": 1], isUnique: true, only: ["clientMsgId": ["$exists": true]]),
            MongoIndex(["userId": 1, "turnId": 1], only: ["turnId": ["$exists": true]]),
            // Who wrote of late, and what has had its time.
            MongoIndex(["timestamp": 1]),
            // Looking for answers a dead process left; there are only ever a few.
            MongoIndex(["state": 1, "timestamp": 1], only: ["state": "partial"]),
            // What one instance took upon itself of late.
            MongoIndex(["instance": 1, "timestamp": 1], only: ["instance": ["$exists": true]]),
        ]
    }

    private static var reports: [MongoIndex] {
        [
            // One of a kind for each person. The old service may have left two, and they must not keep the index from
            // being made: it has no `source` and is not in it.
            MongoIndex(["userId": 1, "reportType": 1], isUnique: true, only: ["source": ["$exists": true]]),
            MongoIndex(["userId": 1, "createdAt": -1]),
            // What has had its time.
            MongoIndex(["createdAt": 1]),
        ]
    }

    private static var tips: [MongoIndex] {
        [
            // One a person, but for what the old service may have left.
            MongoIndex(["userId": 1], isUnique: true, only: ["savedAt": ["$exists": true]]),
            MongoIndex(["createdAt": 1]),
        ]
    }

    private static var states: [MongoIndex] {
        [
            MongoIndex(["userId": 1, "kind": 1], isUnique: true),
            MongoIndex(["kind": 1, "due": 1, "userId": 1], only: ["due": ["$exists": true]]),
        ]
    }

    private static var alerts: [MongoIndex] {
        [
            // One alert about the same thing a round, see `AlertStore`.
            MongoIndex(["userId": 1, "key": 1, "round": 1], isUnique: true, only: ["round": ["$exists": true]]),
            MongoIndex(["userId": 1, "createdAt": -1, "_id": -1]),
            MongoIndex(["state": 1, "createdAt": -1, "_id": -1]),
        ]
    }
}
