import Finance
import FoundationEssentials
import Ports
import TestKit
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("Instances over one database")
    struct InstancesMongoTests {
        private struct Asked {
            let user: UserID
            let conversation: ConversationID
            let claim: TurnClaim
            let question: StoredMessage
            let answer: StoredMessage

            init(_ turn: String, by instance: String, at date: Date = NamedPeople.now) throws {
                user = try Fresh.user()
                conversation = .standard(of: user)
                claim = TurnClaim(instance: instance, answerID: Fresh.id())
                question = StoredMessage(
                    id: Fresh.id(), conversation: conversation, role: .user, text: "How much is left?", at: date,
                    turnID: turn, clientMessageID: turn, claim: claim)
                answer = StoredMessage(
                    id: claim.answerID, conversation: conversation, role: .assistant, text: "You have",
                    at: date.addingTimeInterval(1), state: .partial, turnID: turn)
            }

            func left() -> Instances.LeftTurn {
                Instances.LeftTurn(
                    user: user, conversation: conversation, turnID: question.turnID ?? "", answerID: claim.answerID)
            }
        }

        private static let before = NamedPeople.now.addingTimeInterval(-900)

        @Test("each one's newest beat is seen by all, and only an unchanged one can be removed")
        func beats() async throws {
            try await MongoScene.with { scene in
                let port = Instances.mongo(scene.client)
                #expect(try await port.beat("one", 1) == ["one": 1])
                #expect(try await port.beat("two", 7) == ["one": 1, "two": 7])
                try await port.remove("two", 6)
                #expect(try await port.beat("one", 2) == ["one": 2, "two": 7])
                try await port.remove("two", 7)
                #expect(try await port.beat("one", 3) == ["one": 3])
            }
        }

        @Test("what an instance left is what it claimed of late and nobody has ended, whosever it is")
        func left() async throws {
            try await MongoScene.with { scene in
                let (port, store) = (Instances.mongo(scene.client), Conversations.mongo(scene.client))
                let unanswered = try Asked("unanswered", by: "one")
                let partial = try Asked("partial", by: "one")
                var ended = try Asked("ended", by: "one").answer
                let done = try Asked("done", by: "one")
                let others = try Asked("others", by: "two")
                let old = try Asked("old", by: "one", at: NamedPeople.now.addingTimeInterval(-901))
                for asked in [unanswered, partial, done, others, old] {
                    _ = try await store.append(asked.user, asked.question)
                }
                try await store.save(partial.user, partial.answer)
                ended = done.answer
                ended.state = .complete
                try await store.save(done.user, ended)
                #expect(Set(try await port.leftTurns("one", Self.before)) == [unanswered.left(), partial.left()])
                #expect(try await port.leftTurns("three", Self.before).isEmpty)
            }
        }

        @Test("failing keeps what there is of an answer, makes one where there is none, and changes no end")
        func fails() async throws {
            try await MongoScene.with { scene in
                let (port, store) = (Instances.mongo(scene.client), Conversations.mongo(scene.client))
                for (state, text, expected) in [
                    (StoredMessage.State.partial, "You have", StoredMessage.State.failed),
                    (.complete, "You have £5", .complete), (.stopped, "You", .stopped),
                ] {
                    let asked = try Asked(Fresh.id(), by: "one")
                    _ = try await store.append(asked.user, asked.question)
                    var answer = asked.answer
                    (answer.state, answer.text) = (state, text)
                    try await store.save(asked.user, answer)
                    for _ in 0..<2 { try await port.fail(asked.left(), NamedPeople.now) }
                    let turn = try await store.turn(asked.user, asked.left().turnID)
                    #expect(turn.map(\.text) == ["How much is left?", text] && turn.last?.state == expected)
                }
                let asked = try Asked(Fresh.id(), by: "one")
                _ = try await store.append(asked.user, asked.question)
                for _ in 0..<2 { try await port.fail(asked.left(), NamedPeople.now.addingTimeInterval(2)) }
                let turn = try await store.turn(asked.user, asked.left().turnID)
                #expect(turn.map(\.state) == [.complete, .failed] && turn.last?.id == asked.claim.answerID)
                #expect(try await port.leftTurns("one", Self.before).isEmpty)
            }
        }

        @Test("a conversation that was deleted meanwhile is not brought back")
        func deleted() async throws {
            try await MongoScene.with { scene in
                let (port, store) = (Instances.mongo(scene.client), Conversations.mongo(scene.client))
                let asked = try Asked("t", by: "one")
                _ = try await store.append(asked.user, asked.question)
                #expect(try await store.delete(asked.user, asked.conversation))
                try await port.fail(asked.left(), NamedPeople.now)
                #expect(try await !store.hasHistory(asked.user))
            }
        }
    }
}
