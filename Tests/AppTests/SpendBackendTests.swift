import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

@Suite("What models cost, beside the main backend")
struct SpendBackendTests {
    private static func usage(_ app: RunningApp) async throws -> [String: Any] {
        let token = try await app.token(NamedPeople.adminID, role: .admin)
        let answer = try await app.request("GET", "/admin/usage?days=1", token: token)
        #expect(answer.status == 200, "\(answer.text)")
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test("an answer stands in the ledger as the provider told it, and only an administrator sees it")
    func booked() async throws {
        try await Backend.with { _, app async throws in
            let token = try await app.token(NamedPeople.mayaID)
            let (socket, _) = try await app.chat(token)
            try socket.ask("How am I doing?")
            let told = try #require(try await socket.turn().first { $0.type == "usage" })
            #expect(
                try await eventually(within: .seconds(10)) {
                    (try await Self.usage(app)["total"] as? [String: Any])?["requests"] as? Int == 1
                })
            let report = try await Self.usage(app)
            let chat = try #require((report["byFeature"] as? [[String: Any]])?.first)
            #expect(chat["name"] as? String == "chat")
            for key in ["promptTokens", "completionTokens"] {
                #expect(chat[key] as? Int == told.data[key] as? Int && chat[key] as? Int != 0, "\(key)")
            }
            #expect((chat["spent"] as? Double ?? 0) > 0 && chat["unsettledRequests"] as? Int == 0)
            #expect(try await app.request("GET", "/admin/usage", token: token).status == 403)
        }
    }

    @Test("beyond a person's cap no model is asked: the coach answers from the records and says why")
    func capped() async throws {
        try await Backend.with(environment: ["SPEND_PERSON_DAY_USD": "0.000001"]) { backend, app async throws in
            let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
            try socket.ask("What is left this month?")
            let end = try #require(try await socket.turn().last)
            #expect(end.type == "turn_completed")
            #expect(end.words?.hasPrefix("The limit on longer answers is reached for now.") == true)
            #expect(end.words?.contains("£2,267.51") == true)
            #expect(backend.model.requests.isEmpty)
            let spent = (try await Self.usage(app)["total"] as? [String: Any])?["spent"] as? Double
            #expect(spent == 0)
        }
    }
}
