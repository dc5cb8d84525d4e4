import Finance
import Mongo
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("What is made and advised in the database")
    struct MongoSchemaTests {
        @Test("own indexes are made once however often and by however many they are asked for")
        func prepare() async throws {
            try await MongoScene.with { scene in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 { group.addTask { try await MongoSchema.prepare(scene.client) } }
                    try await group.waitForAll()
                }
                let messages = try await scene.client.indexes(of: "chat_history")
                #expect(Set(messages).isSuperset(of: MongoSchema.indexes(of: .messages).map(\.keys)))
                #expect(messages.count == 7)
                #expect(try await scene.client.indexes(of: "sidecar_conversations").count == 2)
                #expect(try await scene.client.indexes(of: "conversations").isEmpty)
            }
        }

        @Test("indexes the backend lacks are told as commands and never created")
        func advice() async throws {
            try await MongoScene.with { scene in
                #expect(try await MongoAdvice.missingIndexes(scene.client) == [])
                for name in ["incomes", "expenses"] { try await scene.insert(raw: [["_id": 1]], into: name) }
                try await scene.client.createIndexes([MongoIndex(["userId": 1, "x": 1])], in: Backend("incomes"))
                let advice = ["db.expenses.createIndex({ userId: 1 })"]
                for _ in 1...2 { #expect(try await MongoAdvice.missingIndexes(scene.client) == advice) }
                #expect(try await scene.client.indexes(of: "expenses") == [["_id": 1]])
            }
        }

        @Test("advice that cannot be had is an error, not a clean bill of health")
        func failedAdvice() async throws {
            try await MongoScene.with(own: true) { scene in
                try scene.fail(["listIndexes"], ["errorCode": 11_600])
                #expect(await PortError.thrown { _ = try await MongoAdvice.missingIndexes(scene.client) } != nil)
            }
        }

        @Test("demo data fills an empty database in many batches, and refuses one that has a user")
        func demoData() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                let incomes = (0..<1_201).map { Document(["_id": .id(Fresh.id()), "amount": .int($0)]) }
                let all = [
                    (collection: "users", documents: [Document(["_id": .id(user.hex), "name": .string("Demo")])]),
                    (collection: "incomes", documents: incomes),
                ]
                try await MongoDemoData.fill(scene.client, people: 1) { _ in all }
                #expect(try await scene.client.count(in: "incomes") == 1_201)
                #expect(try await People.mongo(scene.client).find(user)?.name == "Demo")
                let error = await PortError.thrown {
                    try await MongoDemoData.fill(scene.client, people: 1) { _ in all }
                }
                #expect(error?.code == .conflict)
                #expect(try await scene.client.count(in: "incomes") == 1_201)
            }
        }

        @Test("demo data goes nowhere but into the demo's collections")
        func demoCollections() async throws {
            try await MongoScene.with { scene in
                let stray = [(collection: "chat_history", documents: [Document(["_id": .id(Fresh.id())])])]
                let error = await PortError.thrown {
                    try await MongoDemoData.fill(scene.client, people: 1) { _ in stray }
                }
                #expect(error?.code == .refused)
            }
        }
    }
}
