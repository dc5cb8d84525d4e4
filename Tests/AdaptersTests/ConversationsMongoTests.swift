import Finance
import FoundationEssentials
import Mongo
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("Conversations over MongoDB")
    struct ConversationsMongoTests {
        @Test("keeps every promise of the port", arguments: ConversationsConformance.checks)
        func conforms(_ check: ConformanceCheck<Conversations>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("history of all three id schemes is read as the old service wrote it")
        func legacyShapes() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                let store = Conversations.mongo(scene.client)
                for id in ["3f0c1f5e-8a44-4d0e-9d0b-0d7b7c3a9b11", "fixed_convo_\(user)", "default_\(user)"] {
                    try await scene.insert(
                        raw: [
                            legacy(user, id, "user", "What is left?", at: 1), legacy(user, id, "bot", "£5", at: 2),
                            legacy(user, id, "system", "hidden", at: 3), legacy(user, id, "tool", "hidden", at: 4),
                            legacy(user, id, "assistant", "£6", at: 5),
                        ], into: "chat_history")
                    let read = try await store.messages(user, #require(ConversationID(id)), nil, 10)
                    #expect(read.map(\.text) == ["What is left?", "£5", "£6"])
                    #expect(read.map(\.role) == [.user, .assistant, .assistant])
                    #expect(read.allSatisfy { $0.state == .complete && $0.turnID == nil })
                }
                let rows = try await store.list(user, nil, 10)
                #expect(rows.count == 3)
                #expect(rows.allSatisfy { $0.title == "What is left?" && $0.lastAt == instant(5) })
            }
        }

        @Test("a limit counts only messages that are shown")
        func limitCountsShown() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                try await scene.insert(
                    raw: [legacy(user, "c", "user", "a", at: 1)]
                        + (2...9).map { legacy(user, "c", "system", "x", at: $0) }, into: "chat_history")
                let read = try await Conversations.mongo(scene.client).messages(
                    user, #require(ConversationID("c")), nil, 2)
                #expect(read.map(\.text) == ["a"])
            }
        }

        @Test("a title of the old service is read, gives way to one the person gives, and goes with its conversation")
        func legacyTitles() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                let (store, id) = (Conversations.mongo(scene.client), try #require(ConversationID("old-thread")))
                try await scene.insert(raw: [legacy(user, id.text, "user", "Question", at: 1)], into: "chat_history")
                try await scene.insert(
                    raw: [
                        ["userId": owner(user), "conversation_id": .string(id.text), "title": "Paying Off Credit Card"]
                    ],
                    into: "conversations")
                #expect(try await store.find(user, id)?.title == "Paying Off Credit Card")
                #expect(try await store.rename(user, id, "Mine"))
                #expect(try await store.list(user, nil, 5).map(\.title) == ["Mine"])
                #expect(try await store.delete(user, id))
                for collection in ["conversations", "sidecar_conversations", "chat_history"] {
                    #expect(try await scene.client.count(in: collection) == 0)
                }
            }
        }

        @Test("what is stored has the old service's fields and types, with ours beside")
        func storedShape() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                let message = StoredMessage(
                    id: Fresh.id(), conversation: .standard(of: user), role: .user, text: "Hi", at: instant(1),
                    turnID: "t", clientMessageID: "c")
                _ = try await Conversations.mongo(scene.client).append(user, message)
                let stored = try #require(try await scene.client.findOne(MongoQuery([:]), in: "chat_history"))
                #expect(stored["userId"] == owner(user))
                #expect(stored["conversation_id"] == .string("default_\(user)"))
                #expect(stored["role"] == "user" && stored["message"] == "Hi")
                #expect(stored["timestamp"] == .date(1_000))
                #expect(stored["state"] == "complete" && stored["turnId"] == "t" && stored["clientMsgId"] == "c")
            }
        }

        @Test("an insert whose answer is lost is stored once and is new")
        func lostAnswer() async throws {
            try await MongoScene.with(own: true) { scene in
                let user = try Fresh.user()
                try scene.fail(["insert"], ["closeConnection": true])
                let outcome = try await Conversations.mongo(scene.client).append(user, question(of: user))
                #expect(outcome == .new)
                #expect(try await scene.client.count(in: "chat_history") == 1)
            }
        }

        @Test("an insert that is not confirmed is an error, and the same message again is stored once")
        func unconfirmed() async throws {
            try await MongoScene.with(own: true) { scene in
                let user = try Fresh.user()
                let (store, message) = (Conversations.mongo(scene.client), question(of: user))
                try scene.fail(["insert"], ["writeConcernError": ["code": 64, "errmsg": "waited"]])
                #expect(await PortError.thrown { _ = try await store.append(user, message) }?.code == .timeout)
                #expect(try await store.append(user, message) == .already(message))
                try scene.fail(["insert"], ["errorCode": 10_107])
                let other = question(of: user)
                let error = await PortError.thrown { _ = try await store.append(user, other) }
                #expect(error?.code == .unavailable && error?.isRetryable == true)
                #expect(try await scene.client.count(in: "chat_history") == 1)
            }
        }

        @Test("a failed read of the list or of a page is an error, never an empty one")
        func failedReads() async throws {
            try await MongoScene.with(own: true) { scene in
                let user = try Fresh.user()
                let store = Conversations.mongo(scene.client)
                let conversation = ConversationID.standard(of: user)
                _ = try await store.append(user, question(of: user))
                for command in ["aggregate", "find"] {
                    try scene.fail([command], ["errorCode": 11_600])
                    let error = await PortError.thrown { _ = try await store.list(user, nil, 5) }
                    #expect(error?.code == .unavailable)
                    try scene.heal()
                }
                try scene.fail(["find"], ["errorCode": 189])
                let error = await PortError.thrown { _ = try await store.messages(user, conversation, nil, 5) }
                #expect(error?.code == .unavailable)
            }
        }

        @Test("a message without a usable id is refused before anything is sent")
        func badID() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                var message = question(of: user)
                message.id = "not-an-id"
                let store = Conversations.mongo(scene.client)
                #expect(await PortError.thrown { _ = try await store.append(user, message) }?.code == .refused)
                #expect(try await store.messages(user, message.conversation, "not-an-id", 5).isEmpty)
            }
        }

        private func question(of user: UserID) -> StoredMessage {
            StoredMessage(id: Fresh.id(), conversation: .standard(of: user), role: .user, text: "Q", at: instant(1))
        }

        private func legacy(
            _ user: UserID, _ conversation: String, _ role: String, _ text: String, at second: Int
        ) -> BSONDocument {
            [
                "userId": owner(user), "conversation_id": .string(conversation), "role": .string(role),
                "message": .string(text), "timestamp": .date(Int64(second) * 1_000),
                "_id": ObjectID(Fresh.id()).map(BSON.id) ?? .null,
            ]
        }

        private func owner(_ user: UserID) -> BSON { BSON(user) }

        private func instant(_ second: Double) -> Date { Date(timeIntervalSince1970: second) }
    }
}
