import Analyses
import Finance
import Foundation
import Hummingbird
import HummingbirdTesting
import TestKit
import Testing

@testable import Routes

@Suite("What is paid again and again, as the caller has it")
struct RecurringRouteTests {
    private static func keys(_ response: TestResponse, _ list: String = "series") throws -> [String] {
        let json = try #require(try JSONSerialization.jsonObject(with: Data(response.text.utf8)) as? [String: Any])
        return (json[list] as? [[String: Any]])?.compactMap { $0["key"] as? String } ?? []
    }

    @Test("what is dismissed is in no list until it is open again, and only for the caller")
    func decisions() async throws {
        let stage = try await Stage()
        let (maya, noah) = (try stage.bearer(), try stage.bearer(Stage.noah))
        try await stage.run { client async throws in
            let all = try Self.keys(try await client.send(.get, "/analysis/recurring", maya))
            let noahs = try await client.send(.get, "/analysis/recurring", noah).text
            let first = try #require(all.first)
            @Sendable func decide(_ decision: String) async throws -> TestResponse {
                let body = #"{"key":"\#(first)","decision":"\#(decision)"}"#
                return try await client.send(.post, "/me/recurring", maya, body: body)
            }
            let dismissed = try await decide("dismissed")
            #expect(try Self.keys(dismissed) == Array(all.dropFirst()))
            #expect(try Self.keys(dismissed, "dismissedSeries") == [first])
            #expect(try await client.send(.get, "/analysis/recurring", maya).text == dismissed.text)
            #expect(try await client.send(.get, "/analysis/recurring", noah).text == noahs)
            let confirmed = try await decide("confirmed")
            #expect(try Self.keys(confirmed) == all && confirmed.text.contains(#""verdict":"confirmed""#))
            #expect(try await !decide("open").text.contains(#""verdict":"confirmed""#))
        }
    }

    @Test("a payment that is none of the caller's, and a decision that is none, are refused")
    func refusals() async throws {
        let stage = try await Stage()
        let maya = try stage.bearer()
        try await stage.run { client async throws in
            for (body, status) in [
                (#"{"key":"monthly/nobody has this","decision":"dismissed"}"#, 404),
                (#"{"key":"monthly/rent","decision":"perhaps"}"#, 422), (#"{"key":1}"#, 422), ("[", 400),
            ] {
                let answer = try await client.send(.post, "/me/recurring", maya, body: body)
                #expect(answer.status.code == status, "\(body)")
            }
        }
    }
}
