internal import Adapters
internal import Embedded
internal import Finance
internal import FoundationEssentials
internal import Logging
internal import Mongo
internal import Ports

/// The ports over whatever holds records and conversations.
struct StorePorts: Sendable {
    var people: People
    var snapshots: Snapshots
    var conversations: Conversations
    var instances: Instances
    /// What the store could not take.
    var outbox: Outbox
    var reports: Reports
    var alerts: Alerts
    var calculators: Calculators
    var peerGroups: PeerGroups
    var categoryModels: CategoryModels
    var triage: Triage
    /// Whose chats of other services are.
    var channelLinks: ChannelLinks
    /// What models cost.
    var spending: SpendLedger
    /// What the night stands on.
    var night: NightStores
    var dependency: Dependency
    /// The main app's part over these records, given who a token belongs to; nil beside a real database.
    var mainApp: (@Sendable (_ who: @escaping @Sendable (String) async -> UserID?) -> MainApp)?
    /// The person a demo start shows itself as; nil beside a real database.
    var featured: UserID?
    /// Lets go of files and connections.
    var close: @Sendable () async -> Void
    /// Keeps invented records up with the calendar; nothing to do beside a real database.
    var keepUp: @Sendable () async throws(PortError) -> Void = {}
    /// Makes what our own collections need; may be called again.
    var prepare: @Sendable () async throws(PortError) -> Void
    /// What the owner of the database should do, one line each; empty when nothing.
    var advice: @Sendable () async throws(PortError) -> [String]

    /// Opens the configured MongoDB, or the embedded store filled with demo people. MongoDB may be away at start: its
    /// collections are then prepared when it is back, and readiness says so until then.
    static func open(
        _ settings: Settings, now: @escaping @Sendable () -> Date, logger: Logger
    ) async throws -> StorePorts {
        guard let mongo = settings.mongo else { return try await embedded(settings.dataDirectory, now: now) }
        let client = try MongoClient(MongoSettings(mongo), logger: logger)
        let outbox = await openOutbox(settings.dataDirectory, logger)
        return StorePorts(
            people: .mongo(client), snapshots: .mongo(client), conversations: .mongo(client),
            instances: .mongo(client), outbox: outbox?.port ?? .none, reports: .mongo(client), alerts: .mongo(client),
            calculators: .mongo(client), peerGroups: .mongo(client),
            categoryModels: .mongo(client).remembered(for: .seconds(600)), triage: .mongo(client),
            channelLinks: .mongo(client), spending: .mongo(client),
            night: NightStores(
                reads: .mongo(client), writes: .mongo(client), state: .mongo(client), runs: .mongo(client),
                leases: .mongo(client), holdings: .mongo(client), changes: .mongo(client)),
            dependency: .mongo(client), featured: nil,
            close: {
                await client.shutdown()
                outbox?.close()
            },
            prepare: { () async throws(PortError) in try await MongoSchema.prepare(client) },
            advice: { () async throws(PortError) in try await MongoAdvice.missingIndexes(client) })
    }

    /// Where the disk cannot be written to, answers that the database does not take wait in memory, and the log says so.
    private static func openOutbox(_ directory: String, _ logger: Logger) async -> OutboxFile? {
        do throws(PortError) { return try await OutboxFile.open(directory: directory) } catch {
            logger.error("store.no_outbox", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private static func embedded(
        _ directory: String, now: @escaping @Sendable () -> Date
    ) async throws -> StorePorts {
        let store = try await EmbeddedStore.open(directory: directory)
        try await store.fillWithDemoPeople(now: now())
        let conversations = Conversations.embedded(store)
        let opened = now()
        return StorePorts(
            people: .embedded(store), snapshots: .embedded(store), conversations: conversations,
            // The file belongs to one process.
            instances: .alone, outbox: .none, reports: .embedded(store), alerts: .embedded(store),
            calculators: .embedded(store),
            peerGroups: .embedded(store), categoryModels: .embedded(store).remembered(for: .seconds(600)),
            triage: .embedded(store), channelLinks: .embedded(store), spending: .embedded(store),
            night: NightStores(
                reads: .embedded(store), writes: .embedded(store), state: .embedded(store), runs: .embedded(store),
                leases: .embedded(store), holdings: .embedded(store)), dependency: .embedded(store),
            mainApp: { who in .embedded(store, who: who, now: now) }, featured: DemoPeople.featured,
            close: { try? store.close() },
            keepUp: { () async throws(PortError) in try await store.fillWithDemoPeople(now: now()) },
            // Nobody else writes to this file: whatever was unfinished before we opened it stays so.
            prepare: { () async throws(PortError) in _ = try await conversations.failOrphans(opened) },
            advice: { [] })
    }
}

extension MongoSettings {
    /// The operator's database with the product's limits.
    init(_ database: Settings.Database) {
        self.init(address: database.uri, database: database.name)
        threads = database.poolSize
    }
}
