internal import Adapters
internal import Embedded
public import Finance
internal import FoundationEssentials
public import Logging
internal import Mongo
internal import Ports

/// The demo people, for a database that has nobody yet.
public enum DemoData {
    /// Fills the configured MongoDB, or the embedded store, and gives how many people there are. A MongoDB with users
    /// is refused.
    public static func fill(_ settings: Settings, logger: Logger) async throws -> Int {
        guard let mongo = settings.mongo else {
            try await EmbeddedStore.open(directory: settings.dataDirectory).fillWithDemoPeople(now: Date())
            return DemoPeople.count
        }
        let client = try MongoClient(MongoSettings(mongo), logger: logger)
        let people = DemoPeople(now: Date())
        try await MongoDemoData.fill(client, people: DemoPeople.count) { people.documents(of: $0) }
        await client.shutdown()
        return DemoPeople.count
    }

    /// The people's ids, in id order; the embedded store is filled first.
    public static func people(_ settings: Settings, logger: Logger) async throws -> [UserID] {
        let store = try await StorePorts.open(settings, now: { Date() }, logger: logger)
        let people = try await store.people.page(nil, DemoPeople.count)
        await store.close()
        return people
    }

    /// The person a demo start shows itself as.
    public static var featured: UserID { DemoPeople.featured }
    /// The one administrator among them.
    public static var admin: UserID { DemoPeople.admin }
}
