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
            hasOptedOut: { user async throws(PortError) in
                try await PortError.translating { () async throws(MongoError) in
                    try await client.exists(["userId": BSON(user)], in: OwnCollection.peerOptOuts.name)
                }
            })
    }

    private static var publication: BSONDocument { ["_id": "current"] }
}
