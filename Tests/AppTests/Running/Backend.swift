import Adapters
import Finance
import Foundation
import Logging
import Mongo
import TestKit
import TestServers
import Testing

@testable import App

/// A main backend's database with the named people in it, a Redis and a model, all real processes or sockets.
struct Backend: Sendable {
    let mongo: MongoServer
    let redis: RedisServer
    let model: FakeOpenAI
    let database: String
    let client: MongoClient
    /// What an instance beside these is started with.
    let settings: [String: String]

    /// Starts what is needed and an app over it. Servers are shared by the test process unless a test wants to end one.
    static func with<R: Sendable>(
        usual: FakeScript = FakeScript(), ownMongo: Bool = false,
        environment: [String: String] = [:], _ body: (Backend, RunningApp) async throws -> R
    ) async throws -> R {
        let mongo = ownMongo ? try await MongoServer.start() : try await MongoServer.shared()
        // Its own: instances on one Redis are one service and tell each other about their people's turns.
        let redis = try await RedisServer.start()
        let database = MongoServer.database()
        let client = try MongoClient(
            MongoSettings(address: mongo.address, database: database), logger: Logger(label: "backend"))
        try await MongoDemoData.fill(client, people: 1) { _ in NamedPeople.batch }
        let result = try await FakeOpenAI.with(usual: usual) { model in
            let settings = [
                "DATABASE_URL": mongo.address, "MONGO_DB_NAME": database, "REDIS_URL": redis.url,
                "OPENAI_BASE_URL": model.baseURL, "OPENAI_API_KEY": "sk-test-key",
            ].merging(environment) { $1 }
            let backend = Backend(
                mongo: mongo, redis: redis, model: model, database: database, client: client, settings: settings)
            return try await RunningApp.with(settings, now: { NamedPeople.now }) { app in
                try await body(backend, app)
            }
        }
        await client.shutdown()
        if ownMongo { await mongo.stop() }
        await redis.stop()
        return result
    }

    /// What the main app would have written.
    func addExpense(of user: UserID, name: String, amount: Double, budget: String? = nil) async throws {
        var expense: BSONDocument = [
            "userId": .id(try #require(ObjectID(user.hex))), "name": .string(name), "amount": .double(amount),
            "endDate": .date(Int64(NamedPeople.now.timeIntervalSince1970 * 1_000)), "frequency": .string("on-off"),
            "isDeleted": .bool(false), "updatedAt": .date(Int64(Date().timeIntervalSince1970 * 1_000)),
        ]
        if let budget { expense = expense + ["budgetId": .id(try #require(ObjectID(budget)))] }
        try await client.insert([expense], into: MainApp.expenses)
    }

    /// As older versions of the main app left their records: without a time of change.
    func forgetTimesOfChange() async throws {
        for collection in MainApp.allCases {
            _ = try await client.update([:], with: ["$unset": ["updatedAt": ""]], in: collection, many: true)
        }
    }
}

/// Collections only the main app writes to; here a test stands in for it.
enum MainApp: String, CaseIterable, WritableCollection {
    case users, incomes, expenses, budgets, debts, savinggoals

    var name: String { rawValue }
}

extension NamedPeople {
    /// Maya's household as a main backend's database holds it.
    static var batch: [(collection: String, documents: [Document])] {
        [
            ("users", [maya.user, daniel, admin]), ("incomes", maya.incomes), ("expenses", maya.expenses),
            ("budgets", maya.budgets + maya.partnerBudgets), ("debts", maya.debts), ("savinggoals", maya.savingGoals),
        ]
    }
}
