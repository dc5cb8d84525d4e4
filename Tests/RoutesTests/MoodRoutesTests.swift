import Coaching
import Finance
import Foundation
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct MoodRoutesTests {
    private static func object(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test("moods are kept only once that is chosen, one a day, and are forgotten when it is chosen no more")
    func kept() async throws {
        let stage = try await Stage()
        let headers = try stage.bearer()
        try await stage.run { client async throws in
            let body = #"{"mood":4}"#
            #expect(try await client.send(.put, "/me/moods", headers, body: body).status == .conflict)
            #expect(try await client.send(.put, "/me/choices", headers, body: #"{"mood":true}"#).status == .ok)
            for mood in [1, 4] {
                _ = try await client.send(.put, "/me/moods", headers, body: #"{"mood":\#(mood)}"#)
            }
            let kept = try Self.object(try await client.send(.get, "/me/moods", headers))
            let days = try #require(kept["days"] as? [[String: Any]])
            #expect(days.count == 1 && days[0]["mood"] as? Int == 4 && kept["isKept"] as? Bool == true)
            #expect(try await client.send(.put, "/me/moods", headers, body: #"{"mood":6}"#).status.code == 422)
            _ = try await client.send(.put, "/me/choices", headers, body: #"{"mood":false}"#)
            _ = try await client.send(.put, "/me/choices", headers, body: #"{"mood":true}"#)
            #expect(
                (try Self.object(try await client.send(.get, "/me/moods", headers))["days"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("a purchase is checked, kept, pinned and forgotten; an id of another person is none")
    func purchases() async throws {
        let stage = try await Stage()
        let (maya, noah) = (try stage.bearer(), try stage.bearer(Stage.noah))
        try await stage.run { client async throws in
            let body = #"{"item":"a bicycle","price":250}"#
            let check = try Self.object(try await client.send(.post, "/me/purchases", maya, body: body))
            let id = try #require(check["id"] as? String)
            #expect(check["verdict"] != nil)
            #expect(try await client.send(.post, "/me/purchases/\(id)/pin", noah).status == .notFound)
            #expect(try await client.send(.post, "/me/purchases/\(id)/pin", maya).status == .ok)
            #expect(try await client.send(.get, "/me/purchases", maya).text.contains("bicycle"))
            #expect(try await !client.send(.get, "/me/purchases", noah).text.contains("bicycle"))
            #expect(try await client.send(.post, "/me/purchases/\(id)/forget", maya).status == .ok)
            #expect(try await !client.send(.get, "/me/purchases", maya).text.contains("bicycle"))
            for wrong in [#"{"item":"12","price":5}"#, #"{"item":"a bicycle","price":0}"#] {
                #expect(try await client.send(.post, "/me/purchases", maya, body: wrong).status.code == 422)
            }
        }
    }

    @Test("things to buy stand side by side, without a winner; what cannot be compared is refused")
    func comparison() async throws {
        let stage = try await Stage()
        let maya = try stage.bearer()
        @Sendable func body(_ options: String) -> String { #"{"options":[\#(options)]}"# }
        try await stage.run { client async throws in
            let two = body(#"{"name":"this phone","price":600},{"name":"that","monthly":20,"months":24}"#)
            let answer = try await client.send(.post, "/me/purchases/compare", maya, body: two)
            let json = try Self.object(answer)
            #expect(json["count"] as? Int == 2)
            #expect((json["findings"] as? [String])?.contains { $0.contains("“that” has the least") } == true)
            #expect(!answer.text.contains("recommend") || answer.text.contains("not a recommendation"))
            for wrong in [
                body(#"{"name":"one","price":1}"#), body(#"{"name":"a","price":-1},{"name":"b","price":1}"#),
                body(#"{"name":"a","price":1},{"name":"","price":1}"#), body(#"{"name":"a"},{"name":"b","price":1}"#),
                body(#"{"name":"a","monthly":1,"months":0},{"name":"b","price":1}"#),
            ] {
                let status = try await client.send(.post, "/me/purchases/compare", maya, body: wrong).status
                #expect(status.code == 422, "\(wrong)")
            }
        }
    }

    @Test("a month and a week are to be had for a program, as Markdown and as CSV")
    func reviews() async throws {
        let stage = try await Stage()
        let headers = try stage.bearer()
        try await stage.run { client async throws in
            for path in ["/analysis/monthly-review?month=2026-03", "/analysis/weekly-review?isoWeek=2026-W16"] {
                let json = try Self.object(try await client.send(.get, path, headers))
                #expect((json["sections"] as? [Any])?.isEmpty == false)
                let page = try await client.send(.get, path + "&format=markdown", headers)
                #expect(page.text.hasPrefix("# ") && page.headers[.contentType] == "text/markdown; charset=utf-8")
                let sheet = try await client.send(.get, path + "&format=csv", headers)
                #expect(sheet.headers[.contentDisposition]?.hasSuffix(".csv\"") == true)
                #expect(try await client.send(.get, path + "&format=pdf", headers).status.code == 422)
            }
        }
    }
}
