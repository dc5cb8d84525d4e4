import Coaching
import Finance
import Flows
import Foundation
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct ProfileRoutesTests {
    /// Answers the first questions with nothing but what has to be said.
    private static func onboard(_ user: UserID, _ stage: Stage) async throws {
        let conversation = try #require(ConversationID("c"))
        var turn = try await stage.coaching.begin(.onboarding, in: conversation, of: user)
        while let step = turn.run.current {
            let move: FlowMove = step.isSkippable ? .skip(step.id) : .answer(step.id, .text("weekly"))
            turn = try await stage.coaching.move(move, in: conversation, of: user).get()
        }
    }

    private static func profile(_ client: any TestClientProtocol, _ headers: HTTPFields) async throws -> [String: Any]?
    {
        let answer = try await client.send(.get, "/me/profile", headers)
        let body = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
        return body["profile"] as? [String: Any]
    }

    @Test("a profile begins with the first questions, can be changed thing by thing, and is nobody else's")
    func change() async throws {
        let stage = try await Stage()
        let (maya, noah) = (try stage.bearer(), try stage.bearer(Stage.noah))
        try await stage.run { client async throws in
            #expect(try await Self.profile(client, maya) == nil)
            let body = #"{"field":"cadence","value":"monthly"}"#
            #expect(try await client.send(.patch, "/me/profile", maya, body: body).status == .notFound)
            for user in [Stage.maya, Stage.noah] { try await Self.onboard(user, stage) }
            #expect(try await Self.profile(client, maya)?["cadence"] as? String == "weekly")
            #expect(try await client.send(.patch, "/me/profile", maya, body: body).status == .ok)
            #expect(try await Self.profile(client, maya)?["cadence"] as? String == "monthly")
            #expect(try await Self.profile(client, noah)?["cadence"] as? String == "weekly")
            let choices = try await client.send(.get, "/me/choices", maya).text
            #expect(choices.contains(#""checkInEvery":30"#))
            _ = try await client.send(.put, "/me/choices", maya, body: #"{"checkInEvery":7}"#)
            #expect(try await Self.profile(client, maya)?["cadence"] as? String == "weekly")
        }
    }

    @Test("a value that cannot be is told in a sentence that says what can")
    func wrong() async throws {
        let stage = try await Stage()
        let headers = try stage.bearer()
        try await Self.onboard(Stage.maya, stage)
        try await stage.run { client async throws in
            let body = #"{"field":"behaviouralTag","value":"Big Spender"}"#
            let answer = try await client.send(.patch, "/me/profile", headers, body: body)
            #expect(answer.status.code == 422 && answer.text.contains("Please choose one of"))
        }
    }

    @Test("an administrator's pages hold nothing of it")
    func admins() async throws {
        let stage = try await Stage()
        try await Self.onboard(Stage.maya, stage)
        _ = try await stage.coaching.change(.motivation(.said("CANARY-5521")), of: Stage.maya)
        let headers: HTTPFields = [
            .authorization: "Bearer \(try stage.token(of: Stage.admin, role: .admin))"
        ]
        try await stage.run { client async throws in
            for path in ["/admin/user-dashboard/\(Stage.maya.hex)", "/admin/users", "/admin/overview", "/admin/alerts"]
            {
                let answer = try await client.send(.get, path, headers)
                #expect([.ok, .notFound].contains(answer.status) && !answer.text.contains("CANARY-5521"))
            }
        }
    }
}
