internal import Analyses
internal import Finance
public import Mongo
public import Ports

extension PeerGroups {
    /// The publication is one document of `sidecar_peer_cohorts`; who does not want to be counted has one in
    /// `sidecar_peer_opt_outs`.
    public static func mongo(_ client: MongoClient) -> PeerGroups {
        PeerGroups(
            current: { () async throws(PortError) in
                let stored = try await PortError.translating { () async throws(MongoError) in
                    try await client.findOne(MongoQuery(publication), in: OwnCollection.peerCohorts.name)
                }
                guard let stored else { return nil }
                return try CodedText.read(stored["cohorts"]?.string ?? "", as: PeerCohorts.self)
            },
            publish: { cohorts async throws(PortError) in
                let text = try CodedText.write(cohorts)
                try await client.put(
                    publication, ["$set": ["week": .string(cohorts.week.description), "cohorts": .string(text)]],
                    in: .peerCohorts)
            },
            optedOut: { users async throws(PortError) in
                let query = MongoQuery(
                    ["userId": ["$in": .array(users.map { BSON($0) })]], projection: ["userId": 1])
                let found = try await PortError.translating { () async throws(MongoError) in
                    try await client.find(query, in: OwnCollection.peerOptOuts.name)
                }
                return Set(found.compactMap { $0["userId"]?.id.flatMap { UserID($0.hex) } })
            },
            setOptedOut: { user, isOut async throws(PortError) in
                let mine: BSONDocument = ["userId": BSON(user)]
                guard !isOut else { return try await client.put(mine, ["$set": .document(mine)], in: .peerOptOuts) }
                _ = try await PortError.translating { () async throws(MongoError) in
                    try await client.delete(mine, from: OwnCollection.peerOptOuts, many: true)
                }
            })
    }

    private static var publication: BSONDocument { ["_id": "current"] }
}
