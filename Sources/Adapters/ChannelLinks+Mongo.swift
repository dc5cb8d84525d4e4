internal import Finance
public import Mongo
public import Ports

extension ChannelLinks {
    /// A document for each chat, under its name, in `sidecar_channel_links`; it goes with the person by its `userId`.
    public static func mongo(_ client: MongoClient) -> ChannelLinks {
        ChannelLinks(
            owner: { name async throws(PortError) in
                let stored = try await PortError.translating { () async throws(MongoError) in
                    try await client.findOne(MongoQuery(["_id": .string(name)]), in: OwnCollection.channelLinks.name)
                }
                return stored?["userId"]?.id.flatMap { UserID($0.hex) }
            },
            link: { name, user async throws(PortError) in
                try await client.put(
                    ["_id": .string(name)], ["$set": ["userId": BSON(user)]], in: .channelLinks)
            },
            unlink: { name async throws(PortError) in
                try await remove(["_id": .string(name)], client) > 0
            },
            unlinkAll: { user async throws(PortError) in try await remove(["userId": BSON(user)], client) },
            count: { user async throws(PortError) in
                try await PortError.translating { () async throws(MongoError) in
                    try await client.find(
                        MongoQuery(["userId": BSON(user)], projection: ["_id": 1]), in: OwnCollection.channelLinks.name)
                }.count
            })
    }

    private static func remove(_ filter: BSONDocument, _ client: MongoClient) async throws(PortError) -> Int {
        try await PortError.translating { () async throws(MongoError) in
            try await client.delete(filter, from: OwnCollection.channelLinks, many: true)
        }
    }
}
