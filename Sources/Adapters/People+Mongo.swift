internal import Finance
public import Mongo
public import Ports

extension People {
    /// The main backend's users, with the fields of `Person` and no other ever loaded.
    public static func mongo(_ client: MongoClient) -> People {
        People(
            find: { user async throws(PortError) in
                let found = try await RecordQuery.person(user).read(client).first
                return found.flatMap { try? Person(document: $0) }
            },
            page: { after, limit async throws(PortError) in
                let query = MongoQuery(reportable(after: after), projection: ["_id": 1], sort: ["_id": 1], limit: limit)
                return try await PortError.translating { () async throws(MongoError) in
                    try await client.find(query, in: "users")
                }.compactMap { $0["_id"]?.id.flatMap { UserID($0.hex) } }
            })
    }

    /// Live, active, verified, role USER; a document older than role or status has the backend's default.
    private static func reportable(after: UserID?) -> BSONDocument {
        var filter: BSONDocument = [
            "verified": true, "isDeleted": ["$ne": true], "status": ["$ne": "blocked"],
            "$or": [["role": "USER"], ["role": ["$exists": false]]],
        ]
        if let after { filter["_id"] = ["$gt": BSON(after)] }
        return filter
    }
}
