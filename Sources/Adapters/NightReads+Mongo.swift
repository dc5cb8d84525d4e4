internal import Analyses
public import Finance
internal import FoundationEssentials
public import Mongo
public import Ports

extension NightReads {
    /// What a night reads of the main backend's collections, one query a collection for everyone together.
    public static func mongo(_ client: MongoClient, limits: SnapshotLimits = SnapshotLimits()) -> NightReads {
        NightReads(
            active: { since, limit async throws(PortError) in
                try await NightPeople(client: client).active(since: since, limit: limit)
            },
            versions: { users async throws(PortError) in try await VersionRound(client: client).versions(of: users) },
            snapshots: { users, month, now async throws(PortError) in
                try await SnapshotBatch(client: client, month: month, now: now, limits: limits).read(users)
            },
            calculators: { users async throws(PortError) in
                try await NightPeople(client: client).calculators(of: users)
            },
            appSettings: { users async throws(PortError) in
                try await NightPeople(client: client).appSettings(of: users)
            })
    }
}

/// What is asked about people in groups.
private struct NightPeople: Sendable {
    let client: MongoClient

    func active(since: Date, limit: Int) async throws(PortError) -> [UserID] {
        let match: BSONDocument = [
            "timestamp": ["$gte": BSON(since)], "role": "user", "userId": ["$type": "objectId"],
        ]
        let rows = try await PortError.translating { () async throws(MongoError) in
            try await client.aggregate(
                [
                    ["$match": .document(match)], ["$group": ["_id": "$userId"]], ["$sort": ["_id": 1]],
                    ["$limit": .int32(Int32(clamping: max(1, limit)))],
                ], in: OwnCollection.messages.name)
        }
        return rows.compactMap { $0["_id"]?.id.flatMap { UserID($0.hex) } }
    }

    func appSettings(of users: [UserID]) async throws(PortError) -> [UserID: AppSettings] {
        guard !users.isEmpty else { return [:] }
        let projection: BSONDocument = ["userId": 1, "budgetNotification": 1, "timeZone": 1]
        let rows = try await PortError.translating { () async throws(MongoError) in
            try await client.aggregate(
                [["$match": ["userId": .anyOf(users)]], ["$project": .document(projection)]],
                in: "notificationsettings")
        }
        return rows.reduce(into: [:]) { found, row in
            if let user = row.owner { found[user] = AppSettings(Document(row)) }
        }
    }

    func calculators(of users: [UserID]) async throws(PortError) -> [UserID: CalculatorDocuments] {
        guard !users.isEmpty else { return [:] }
        async let savings = newest(.savings, of: users)
        async let loan = newest(.loan, of: users)
        async let futureValue = newest(.futureValue, of: users)
        async let historical = newest(.historical, of: users)
        // Every part is waited for, so that none is cut short by another's failure and reported as cancelled.
        let parts = await (savings, loan, futureValue, historical)
        let found = (try parts.0.get(), try parts.1.get(), try parts.2.get(), try parts.3.get())
        return users.reduce(into: [:]) { all, user in
            all[user] = CalculatorDocuments(
                savings: found.0[user], loan: found.1[user], futureValue: found.2[user], historical: found.3[user])
        }
    }

    /// The first of each person, newest first: the server gives no more, however many there are.
    private func newest(
        _ collection: CalculatorCollection, of users: [UserID]
    ) async -> Result<[UserID: Document], PortError> {
        let stages: [BSONDocument] = [
            ["$match": ["userId": .anyOf(users)]], ["$sort": ["_id": -1]],
            ["$project": .document(collection.projection)],
            ["$group": ["_id": "$userId", "newest": ["$first": "$$ROOT"]]],
        ]
        do throws(MongoError) {
            let rows = try await client.aggregate(stages, in: collection.rawValue)
            let documents = rows.compactMap { $0["newest"]?.document }
            return .success(
                documents.reduce(into: [:]) { found, stored in
                    if let user = stored.owner { found[user] = Document(stored) }
                })
        } catch {
            return .failure(PortError(error))
        }
    }
}
