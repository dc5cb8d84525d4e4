import Finance
import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct ConversationRoutesTests {
    private static func message(_ number: Int) -> String {
        "6620000000000000000" + String(repeating: "0", count: 5 - String(number).count) + String(number)
    }

    /// A stage where Maya has one conversation of so many messages.
    private static func stage(messages count: Int, in conversation: String = "holiday") async throws -> Stage {
        let stage = try await Stage()
        for number in 0..<count {
            try await stage.store("Message \(number)", of: Stage.maya, in: conversation, id: message(number))
            stage.clock.advance(by: .seconds(1))
        }
        return stage
    }

    private struct Row: Decodable, Equatable {
        var conversation_id: String
        var title: String
        var createdAt: String
        var lastAt: String
    }

    private struct Page: Decodable {
        struct Item: Decodable {
            var id: String
            var role: String
            var content: String
            var at: String
            var state: String
        }
        var conversation_id: String
        var messages: [Item]
        var before: String?
    }

    private static func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test("the list is the old service's bare array, newest activity first, with the last activity added")
    func list() async throws {
        let stage = try await Self.stage(messages: 1)
        try await stage.store("Later", of: Stage.maya, in: "default_x", id: Self.message(9))
        try await stage.run { client in
            let answer = try await client.send(.get, "/chat/conversations", try stage.bearer())
            #expect(answer.status == .ok)
            #expect(answer.text.hasPrefix(#"[{"conversation_id":"default_x","title":"#))
            let rows = try Self.decode([Row].self, answer.text)
            #expect(rows.map(\.conversation_id) == ["default_x", "holiday"])
            #expect(rows.allSatisfy { $0.createdAt.hasSuffix("Z") && $0.lastAt.hasSuffix("Z") })
            let one = try await client.send(.get, "/chat/conversations?limit=1", try stage.bearer())
            #expect(try Self.decode([Row].self, one.text).map(\.conversation_id) == ["default_x"])
            #expect(try await client.send(.get, "/chat/conversations", try stage.bearer(Stage.noah)).text == "[]")
        }
    }

    @Test(
        "a value in the query that cannot be used is 422 and says which and why",
        arguments: [
            ("/chat/conversations?limit=0", "limit must be a whole number from 1 to 200."),
            ("/chat/conversations?limit=201", "limit must be a whole number from 1 to 200."),
            ("/chat/conversations?limit=ten", "limit must be a whole number from 1 to 200."),
            ("/chat/conversations?limit=1&limit=2", "limit must be given once."),
            ("/chat/conversations/holiday/messages?limit=101", "limit must be a whole number from 1 to 100."),
            ("/chat/conversations/holiday/messages?before=x", "before must be the id of a message, 24 hex digits."),
            ("/analysis/snapshot?month=2026-13", "month must be a month as YYYY-MM from 2000-01 to 2100-12."),
            ("/analysis/snapshot?month=0001-01", "month must be a month as YYYY-MM from 2000-01 to 2100-12."),
            ("/analysis/snapshot?month=April", "month must be a month as YYYY-MM from 2000-01 to 2100-12."),
            ("/analysis/snapshot?refresh=yes", "refresh must be true or false."),
        ])
    func query(path: String, words: String) async throws {
        let stage = try await Self.stage(messages: 1)
        try await stage.run { client in
            let answer = try await client.send(.get, path, try stage.bearer())
            #expect(answer.status == .unprocessableContent)
            #expect(answer.detail == words)
            #expect(answer.code == "invalid_value")
        }
    }

    @Test("renaming answers as the old service did, the same title again and spaces around it included")
    func rename() async throws {
        let stage = try await Self.stage(messages: 1)
        try await stage.run { client in
            for _ in 0..<2 {
                let answer = try await client.send(
                    .patch, "/chat/conversations/holiday", try stage.bearer(),
                    body: #"{"title":"  Summer 🏖 in Wales "}"#)
                #expect(answer.status == .ok)
                #expect(answer.text == #"{"message":"Conversation renamed successfully"}"#)
            }
            let list = try await client.send(.get, "/chat/conversations", try stage.bearer())
            #expect(try Self.decode([Row].self, list.text).first?.title == "Summer 🏖 in Wales")
            let unknown = try await client.send(
                .patch, "/chat/conversations/nothing", try stage.bearer(), body: #"{"title":"x"}"#)
            #expect(unknown.status == .notFound)
            #expect(unknown.detail == "Conversation not found or you do not have permission to rename it.")
        }
    }

    @Test(
        "a title that cannot be one is refused and nothing changes",
        arguments: [
            (#"{"title":""}"#, 422), (#"{"title":"   "}"#, 422), (#"{"title":5}"#, 422), (#"{"title":null}"#, 422),
            ("{}", 422),
            (#"{"title":"a\u0000b"}"#, 422), (#"{"title":"two\nlines"}"#, 422),
            (#"{"title":"\#(String(repeating: "x", count: 101))"}"#, 422), ("[]", 400), ("5", 400), ("", 400),
            ("{", 400),
            ("title=x", 400), (#"{"title":"\#(String(repeating: "x", count: 17_000))"}"#, 413),
        ])
    func titles(body: String, status: Int) async throws {
        let stage = try await Self.stage(messages: 1)
        try await stage.run { client in
            let before = try await client.send(.get, "/chat/conversations", try stage.bearer()).text
            let answer = try await client.send(.patch, "/chat/conversations/holiday", try stage.bearer(), body: body)
            #expect(answer.status.code == status)
            #expect(answer.detail != nil && answer.code != nil)
            #expect(try await client.send(.get, "/chat/conversations", try stage.bearer()).text == before)
        }
    }

    @Test("a title of exactly 100 characters is taken")
    func longest() async throws {
        let stage = try await Self.stage(messages: 1)
        try await stage.run { client in
            let title = String(repeating: "é", count: 100)
            let answer = try await client.send(
                .patch, "/chat/conversations/holiday", try stage.bearer(), body: #"{"title":"\#(title)"}"#)
            #expect(answer.status == .ok)
        }
    }

    @Test("deleting removes the conversation and its messages, once")
    func delete() async throws {
        let stage = try await Self.stage(messages: 3)
        try await stage.run { client in
            let answer = try await client.send(.delete, "/chat/conversations/holiday", try stage.bearer())
            #expect(answer.status == .noContent)
            #expect(answer.text.isEmpty)
            let again = try await client.send(.delete, "/chat/conversations/holiday", try stage.bearer())
            #expect(again.status == .notFound)
            #expect(again.detail == "Conversation not found or you do not have permission to delete it.")
        }
        #expect(stage.store.all(of: Stage.maya).isEmpty)
    }

    @Test("pages backwards through all messages without a gap or a repeat")
    func pages() async throws {
        let stage = try await Self.stage(messages: 25)
        try await stage.run { client in
            var seen: [String] = []
            var query = "?limit=10"
            for expected in [10, 10, 5] {
                let answer = try await client.send(
                    .get, "/chat/conversations/holiday/messages\(query)", try stage.bearer())
                let page = try Self.decode(Page.self, answer.text)
                #expect(page.messages.count == expected)
                #expect(page.conversation_id == "holiday")
                seen = page.messages.map(\.content) + seen
                #expect((page.before == nil) == (expected == 5))
                query = "?limit=10&before=\(page.before ?? "")"
            }
            #expect(seen == (0..<25).map { "Message \($0)" })
        }
    }

    @Test("a conversation whose id has odd characters is found by its encoded path")
    func encoded() async throws {
        let stage = try await Self.stage(messages: 1, in: "a b/c?é")
        try await stage.run { client in
            let path = "/chat/conversations/a%20b%2Fc%3F%C3%A9/messages"
            let answer = try await client.send(.get, path, try stage.bearer())
            #expect(answer.status == .ok)
            #expect(try Self.decode(Page.self, answer.text).messages.first?.role == "user")
        }
    }

    @Test("a read that fails is an error and never an empty page")
    func failing() async throws {
        let stage = try await Self.stage(messages: 1)
        stage.store.fail(.messages, with: PortError(.busy, "pool is full"))
        try await stage.run { client in
            let answer = try await client.send(.get, "/chat/conversations/holiday/messages", try stage.bearer())
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.code == "busy")
            #expect(answer.headers[.retryAfter] == "1")
        }
    }
}
