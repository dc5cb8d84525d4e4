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

/// Nights as an operator starts them, on a real database, two processes at a time, killed without warning. How often is
/// said by `REHO_KILLS`.
@Suite("A night whose processes are killed")
struct NightKillTests {
    private static let people = 160
    /// Built beside the test bundle.
    fileprivate static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("reho").path
    private static let kills = ProcessInfo.processInfo.environment["REHO_KILLS"].flatMap(Int.init) ?? 4

    /// A database with the crowd in it.
    private struct Place {
        let client: MongoClient
        let environment: [String: String]

        static func make() async throws -> Place {
            let mongo = try await MongoServer.shared()
            let database = MongoServer.database()
            let client = try MongoClient(
                MongoSettings(address: mongo.address, database: database),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            try await MongoDemoData.fill(client, people: NightKillTests.people) { number in
                let records = NamedPeople.records(of: NamedPeople.somebody(number), apart: true)
                return [
                    ("users", [records.user]), ("incomes", records.incomes), ("expenses", records.expenses),
                    ("budgets", records.budgets), ("debts", records.debts), ("savinggoals", records.savingGoals),
                ]
            }
            return Place(
                client: client,
                environment: [
                    "DATABASE_URL": mongo.address, "MONGO_DB_NAME": database,
                    "JWT_SECRET": "a-secret-of-some-length-for-killed-nights",
                ])
        }

        func begin() async throws -> ChildProcess {
            try await ChildProcess.start(
                NightKillTests.binary, ["nightly", "--date", "2026-04-20"], environment: environment,
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

        /// Everything held of everyone, without who wrote it.
        func held() async throws -> [String] {
            let holdings = Holdings.mongo(client)
            var lines: [String] = []
            for number in 0..<NightKillTests.people {
                for part in try await holdings.export(NamedPeople.somebody(number)) {
                    lines += part.documents.map { "\(part.name) \($0.without(["_id", "by", "fence"]).text)" }.sorted()
                }
            }
            return lines
        }
    }

    @Test("killed again and again it ends with the same documents as a night that ran through, each person done once")
    func kill() async throws {
        let (whole, broken) = (try await Place.make(), try await Place.make())
        let through = try await whole.begin()
        #expect(await through.waitForExit() == 0, "\(through.output)")
        for _ in 0..<Self.kills {
            let processes = [try await broken.begin(), try await broken.begin()]
            try await Task.sleep(for: .milliseconds(.random(in: 300...3_000)))
            for process in processes {
                process.signal(SIGKILL)
                _ = await process.waitForExit()
            }
            try await broken.passLease()
        }
        let last = [try await broken.begin(), try await broken.begin()]
        for process in last { #expect(await process.waitForExit() == 0, "\(process.output)") }
        let (expected, found) = (try await whole.held(), try await broken.held())
        #expect(expected.count >= 6 * Self.people)
        let (less, more) = (Set(expected).subtracting(found), Set(found).subtracting(expected))
        #expect(less.isEmpty && more.isEmpty, "\(less.sorted().prefix(2)) instead of \(more.sorted().prefix(2))")
        #expect(found.count == expected.count)
        let nights = found.filter { $0.contains(#""kind":"night""#) }
        #expect(nights.count == Self.people && nights.allSatisfy { $0.contains(#""revision":1"#) })
        await whole.client.shutdown()
        await broken.client.shutdown()
    }
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
