import Adapters
import Analyses
import Finance
import Foundation
import Logging
import Mongo
import Ports
import TestKit
import TestServers
import Testing

/// A database with the crowd in it.
struct NightPlace {
    /// How many people there are.
    static let people = 160
    /// Built beside the test bundle.
    private static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("reho").path

    let client: MongoClient
    private let environment: [String: String]

    /// On the server of all tests, or on one that is going to be mistreated.
    static func make(on own: MongoServer? = nil) async throws -> NightPlace {
        let shared = try await MongoServer.shared()
        let mongo = own ?? shared
        let database = MongoServer.database()
        let client = try MongoClient(
            MongoSettings(address: mongo.address, database: database),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await MongoDemoData.fill(client, people: Self.people) { number in
            let records = NamedPeople.records(of: NamedPeople.somebody(number), apart: true)
            return [
                ("users", [records.user]), ("incomes", records.incomes), ("expenses", records.expenses),
                ("budgets", records.budgets), ("debts", records.debts), ("savinggoals", records.savingGoals),
            ]
        }
        return NightPlace(
            client: client,
            environment: [
                "DATABASE_URL": mongo.address, "MONGO_DB_NAME": database,
                "JWT_SECRET": "a-secret-of-some-length-for-killed-nights",
            ])
    }

    func begin() async throws -> ChildProcess {
        try await ChildProcess.start(
            Self.binary, ["nightly", "--date", "2026-04-20"], environment: environment,
            ready: .immediately)
    }

    /// As if the time had passed for which the killed one has the right to run: somebody takes it later, and gives
    /// it back.
    func passLease() async throws {
        let leases = Leases.mongo(client)
        let later = Date().addingTimeInterval(60)
        guard let fence = try await leases.acquire("nightly", "test", .seconds(1), later) else { return }
        try await leases.release("nightly", fence)
    }

    /// What the main app does when somebody leaves.
    func delete(_ user: UserID) async throws {
        let id: BSONDocument = ["_id": .id(try #require(ObjectID(user.hex)))]
        _ = try await client.update(id, with: ["$set": ["isDeleted": true]], in: MainUsers())
    }

    /// Waits until somebody is through.
    func isUnderWay() async throws {
        for _ in 0..<3_000 {
            let some = MongoQuery(["kind": "night"], limit: 1)
            if try await !client.find(some, in: "sidecar_states").isEmpty { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the night does not begin")
    }

    /// Everything held of everyone, or all but one, without who wrote it.
    func held(without left: UserID? = nil) async throws -> [String] {
        let holdings = Holdings.mongo(client)
        var lines: [String] = []
        for number in 0..<Self.people {
            let user = NamedPeople.somebody(number)
            for part in try await holdings.export(user) where user != left {
                lines += part.documents.map { "\(part.name) \($0.without(["_id", "by", "fence"]).text)" }.sorted()
            }
        }
        return lines
    }
}

/// The main app's people; here a test stands in for it.
private struct MainUsers: WritableCollection {
    let name = "users"
}

extension JSON {
    /// Without members of these names, at any depth.
    fileprivate func without(_ names: Set<String>) -> JSON {
        switch self {
        case .object(let members):
            .object(
                members.filter { !names.contains($0.key) }.map { JSON.Member($0.key, $0.value.without(names)) })
        case .array(let items): .array(items.map { $0.without(names) })
        default: self
        }
    }
}
