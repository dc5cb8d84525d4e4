public import Mongo
public import Ports

extension Dependency {
    /// The main backend's database: without it there is nobody to answer.
    public static func mongo(_ client: MongoClient) -> Dependency {
        Dependency(name: "mongodb", isNeeded: true) { () async throws(PortError) in
            try await PortError.translating { () async throws(MongoError) in try await client.ping() }
        }
    }
}
