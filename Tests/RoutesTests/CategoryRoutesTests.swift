import Analyses
import Finance
import Foundation
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct CategoryRoutesTests {
    private static func rows(_ client: any TestClientProtocol, _ headers: HTTPFields) async throws -> [[String: Any]] {
        let answer = try await client.send(.get, "/analysis/categories", headers)
        let body = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
        let rows = try #require(body["expenses"] as? [[String: Any]])
        #expect(body["count"] as? Int == rows.count)
        return rows
    }

    @Test("a word on a name counts at once, for that person only, and can be taken back")
    func corrections() async throws {
        let stage = try await Stage()
        let (maya, noah) = (try stage.bearer(), try stage.bearer(Stage.noah))
        try await stage.run { client async throws in
            let name = try #require(try await Self.rows(client, maya).first?["name"] as? String)
            func suggestion(_ headers: HTTPFields) async throws -> [String] {
                try await Self.rows(client, headers).filter { $0["name"] as? String == name }
                    .map { "\($0["suggestion"] as? String ?? "-") \($0["source"] as? String ?? "")" }
            }
            let before = try await suggestion(maya)
            let others = try await suggestion(noah)
            let body = #"{"name":"\#(name.uppercased())","category":"Odd jobs"}"#
            #expect(try await client.send(.put, "/me/categories", maya, body: body).status == .ok)
            #expect(try await Set(suggestion(maya)) == ["Odd jobs corrected"])
            #expect(try await suggestion(noah) == others)
            let back = #"{"name":"\#(name)","category":""}"#
            #expect(try await client.send(.put, "/me/categories", maya, body: back).status == .ok)
            #expect(try await suggestion(maya) == before)
        }
    }

    @Test("a name without a letter and a category of any length are told with their field")
    func wrong() async throws {
        let stage = try await Stage()
        let headers = try stage.bearer()
        try await stage.run { client async throws in
            for (body, field) in [
                (#"{"name":"12 34","category":"Fun"}"#, "name"),
                (#"{"name":"Gym","category":"\#(String(repeating: "x", count: 101))"}"#, "category"),
            ] {
                let answer = try await client.send(.put, "/me/categories", headers, body: body)
                #expect(answer.status.code == 422 && answer.text.contains(field))
            }
        }
    }
}
