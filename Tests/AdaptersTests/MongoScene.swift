import Finance
import Logging
import Mongo
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

/// Everything of the adapters that talks to a real MongoDB-compatible server, one test at a time: some arm fail points,
/// which a server has only one set of.
@Suite("Over a real MongoDB-compatible server", .serialized)
enum OverMongo {}

/// A collection of the main backend, which only tests may fill.
struct Backend: WritableCollection {
    let name: String
    init(_ name: String) { self.name = name }
}

/// A client over a fresh database with our own indexes in it.
struct MongoScene: Sendable {
    let server: MongoServer
    let client: MongoClient
    let database: String

    /// Runs `body` over the shared server, or over one of its own when fail points or signals are going to be used;
    /// unless `prepared`, without our indexes.
    static func with(
        own: Bool = false, prepared: Bool = true, _ adjust: (inout MongoSettings) -> Void = { _ in },
        _ body: (MongoScene) async throws -> Void
    ) async throws {
        let server = try await own ? MongoServer.start() : MongoServer.shared()
        var settings = MongoSettings(address: server.address, database: MongoServer.database())
        adjust(&settings)
        let client = try MongoClient(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let outcome: Result<Void, any Error>
        do {
            if prepared { try await MongoSchema.prepare(client) }
            outcome = .success(try await body(MongoScene(server: server, client: client, database: settings.database)))
        } catch {
            outcome = .failure(error)
        }
        await client.shutdown()
        if own { await server.stop() }
        try outcome.get()
    }

    /// Stores documents of the main backend's shape.
    func insert(_ collection: String, _ documents: [Document]) async throws {
        try await client.insert(documents.map { BSONDocument($0) }, into: Backend(collection))
    }

    /// A port together with the way to store records for it.
    func seeded<Port: Sendable>(_ port: Port) -> Seeded<Port> {
        Seeded(port) { collection, documents in try await insert(collection, documents) }
    }

    /// Stores documents as they are.
    func insert(raw documents: [BSONDocument], into collection: String) async throws {
        try await client.insert(documents, into: Backend(collection))
    }

    /// Makes the server fail the next commands of these names.
    func fail(_ commands: [String], times: Int = 1, _ how: BSONDocument) throws {
        try fail(commands, mode: ["times": .int32(Int32(times))], how)
    }

    /// Makes the server fail every command of these names once so many have passed.
    func fail(_ commands: [String], after passed: Int, _ how: BSONDocument) throws {
        try fail(commands, mode: passed > 0 ? ["skip": .int32(Int32(passed))] : "alwaysOn", how)
    }

    private func fail(_ commands: [String], mode: BSON, _ how: BSONDocument) throws {
        let data = BSONDocument([.init("failCommands", .array(commands.map(BSON.string)))]) + how
        try admin(["configureFailPoint": "failCommand", "mode": mode, "data": .document(data)])
    }

    /// Ends every failure set up before.
    func heal() throws { try admin(["configureFailPoint": "failCommand", "mode": "off"]) }

    /// Sends a command to the server itself, past the client.
    @discardableResult
    func admin(_ command: BSONDocument) throws -> BSONDocument {
        let reply = try BSONDocument(bytes: server.command((command + ["$db": "admin"]).bytes))
        try #require(reply["ok"]?.isSet == true, "\(reply)")
        return reply
    }
}

extension PortError {
    /// What `body` threw; fails the test when it threw nothing.
    static func thrown(_ body: () async throws -> Void) async -> PortError? {
        await #expect(throws: PortError.self) { try await body() }
    }
}
