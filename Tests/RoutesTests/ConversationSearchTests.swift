import Finance
import Foundation
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite("Looking through conversations, taking them away, going on differently")
struct ConversationSearchTests {
    private static func id(_ number: Int) -> String { "66200000000000000000000\(number)" }

    private static func stage() async throws -> Stage {
        let stage = try await Stage()
        let texts = ["How much is the rent?", "Rent and food?", "What about £5 tea?", "# Not a heading"]
        for (place, text) in texts.enumerated() {
            try await stage.store(text, of: Stage.maya, in: "home", id: id(place))
            stage.clock.advance(by: .seconds(1))
        }
        try await stage.store("The rent of Noah", of: Stage.noah, in: "home", id: id(9))
        return stage
    }

    private static func object(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test("finds the caller's own messages a page at a time, newest first, with their conversation's title")
    func search() async throws {
        let stage = try await Self.stage()
        let maya = try stage.bearer()
        try await stage.run { client async throws in
            let first = try Self.object(try await client.send(.get, "/chat/search?q=rent&limit=1", maya))
            let hits = try #require(first["results"] as? [[String: Any]])
            #expect(hits.map { $0["snippet"] as? String } == ["Rent and food?"])
            #expect(hits[0]["conversation_id"] as? String == "home" && hits[0]["title"] as? String != nil)
            let before = try #require(first["before"] as? String)
            let second = try Self.object(try await client.send(.get, "/chat/search?q=rent&before=\(before)", maya))
            #expect((second["results"] as? [[String: Any]])?.count == 1 && second["before"] is NSNull)
            let both = try Self.object(try await client.send(.get, "/chat/search?q=food%20RENT", maya))
            #expect((both["results"] as? [[String: Any]])?.map { $0["snippet"] as? String } == ["Rent and food?"])
            #expect(try await !client.send(.get, "/chat/search?q=rent", maya).text.contains("Noah"))
            for wrong in ["", "?q=", "?q=a", "?q=a%20b%20c%20d%20e%20f%20g%20h%20ii", "?q=rent&limit=0"] {
                #expect(try await client.send(.get, "/chat/search\(wrong)", maya).status.code == 422, "\(wrong)")
            }
        }
    }

    @Test("a conversation is exported as JSON and as Markdown in which nothing said is markup of the page")
    func export() async throws {
        let stage = try await Self.stage()
        let maya = try stage.bearer()
        try await stage.run { client async throws in
            let json = try Self.object(try await client.send(.get, "/chat/conversations/home/export", maya))
            #expect((json["messages"] as? [Any])?.count == 4 && json["isCut"] as? Bool == false)
            let page = try await client.send(.get, "/chat/conversations/home/export?format=markdown", maya)
            #expect(page.headers[.contentType] == "text/markdown; charset=utf-8")
            #expect(page.text.contains("\n> # Not a heading\n") && !page.text.contains("\n# Not"))
            #expect(page.text.hasPrefix("# How much is the rent?\n") && !page.text.contains("Noah"))
            #expect(
                try await client.send(.get, "/chat/conversations/home/export?format=pdf", maya).status.code == 422)
        }
    }

    @Test("a branch holds what was said up to a message, and the conversation it came from stays as it is")
    func branch() async throws {
        let stage = try await Self.stage()
        let maya = try stage.bearer()
        try await stage.run { client async throws in
            func branch(_ including: Bool) async throws -> [String] {
                let body = #"{"message_id":"\#(Self.id(2))","including":\#(including)}"#
                let answer = try await client.send(.post, "/chat/conversations/home/branch", maya, body: body)
                #expect(answer.status == .created)
                let made = try Self.object(answer)
                #expect(made["title"] as? String == "How much is the rent? (branch)")
                let id = try #require(made["conversation_id"] as? String)
                let page = try Self.object(try await client.send(.get, "/chat/conversations/\(id)/messages", maya))
                return (page["messages"] as? [[String: Any]])?.compactMap { $0["content"] as? String } ?? []
            }
            #expect(try await branch(true) == ["How much is the rent?", "Rent and food?", "What about £5 tea?"])
            #expect(try await branch(false) == ["How much is the rent?", "Rent and food?"])
            let old = try Self.object(try await client.send(.get, "/chat/conversations/home/messages", maya))
            #expect((old["messages"] as? [Any])?.count == 4)
            let foreign = #"{"message_id":"\#(Self.id(9))"}"#
            for (body, status) in [(foreign, 404), (#"{"message_id":"x"}"#, 422), ("{}", 422)] {
                let answer = try await client.send(.post, "/chat/conversations/home/branch", maya, body: body)
                #expect(answer.status.code == status, "\(body)")
            }
        }
    }

    @Test("the list goes on behind a conversation")
    func list() async throws {
        let stage = try await Self.stage()
        let maya = try stage.bearer()
        stage.clock.advance(by: .seconds(1))
        try await stage.store("Newer", of: Stage.maya, in: "newer", id: Self.id(8))
        try await stage.run { client async throws in
            let rest = try await client.send(.get, "/chat/conversations?after=newer", maya).text
            #expect(rest.contains(#""home""#) && !rest.contains(#""newer""#))
        }
    }
}
