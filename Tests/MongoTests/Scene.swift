import Logging
import Mongo
import TestServers
import Testing

/// A collection tests may write to.
struct Notebook: WritableCollection {
    let name: String
    init(_ name: String = "notes") { self.name = name }
}

/// A client with a database of its own on a real server.
struct Scene: Sendable {
    let server: MongoServer
    let client: MongoClient
    let database: String

    /// Runs `body` on the shared server, or on one of its own when it is going to be mistreated.
    static func with(
        own: Bool = false, _ adjust: (inout MongoSettings) -> Void = { _ in },
        _ body: (Scene) async throws -> Void
    ) async throws {
        let server = try await own ? MongoServer.start() : MongoServer.shared()
        var settings = MongoSettings(address: server.address, database: MongoServer.database())
        adjust(&settings)
        let client = try MongoClient(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await body(Scene(server: server, client: client, database: settings.database))
        } catch {
            await client.shutdown()
            if own { await server.stop() }
            throw error
        }
        await client.shutdown()
        if own { await server.stop() }
    }

    /// Makes the server fail the next commands of these names, of whichever client.
    func fail(_ commands: [String], times: Int = 1, _ how: BSONDocument) throws {
        let data = BSONDocument([.init("failCommands", .array(commands.map(BSON.string)))]) + how
        try admin([
            "configureFailPoint": "failCommand", "mode": ["times": .int32(Int32(times))], "data": .document(data),
        ])
    }

    /// Ends every failure set up before.
    func heal() throws { try admin(["configureFailPoint": "failCommand", "mode": "off"]) }

    private func admin(_ command: BSONDocument) throws {
        let reply = try BSONDocument(bytes: server.command((command + ["$db": "admin"]).bytes))
        try #require(reply["ok"]?.isSet == true, "\(reply)")
    }
}

/// How long `body` took and what it threw.
func timed<T>(_ body: () async throws(MongoError) -> T) async -> (took: Duration, outcome: Result<T, MongoError>) {
    let start = ContinuousClock.now
    do throws(MongoError) {
        let value = try await body()
        return (start.duration(to: .now), .success(value))
    } catch {
        return (start.duration(to: .now), .failure(error))
    }
}

extension Result {
    /// What went wrong, if anything.
    var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
