import Finance
import Foundation
import Hummingbird
import HummingbirdTesting
import Ports
import Proposals
import TestKit
import Testing

@testable import Routes

@Suite("Offers over HTTP")
struct ProposalRoutesTests {
    /// The routes over a main app in memory.
    private struct Scene {
        let stage: Stage
        let app: ScriptedMainApp

        init() async throws {
            stage = try await Stage()
            app = ScriptedMainApp(stage.records)
        }

        func run(_ test: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
            var parts = stage.parts()
            let clock = stage.clock
            parts.proposals = Proposals(
                state: stage.state, snapshots: stage.records.port, mainApp: app.port, sign: { "\($0.count)" },
                now: { clock.date }, makeID: { Fresh.id() })
            try await Application(router: Routes.router(parts), logger: stage.log.logger).test(.router) {
                try await test($0)
            }
        }
    }

    private static func object(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test("a wish becomes an offer, the caller's own yes sends it once with the caller's own token")
    func confirmed() async throws {
        let scene = try await Scene()
        let maya = try scene.stage.bearer()
        let token = try #require(maya[.authorization]?.split(separator: " ").last.map(String.init))
        try await scene.run { client async throws in
            let body = #"{"words":"I spent £12.40 on lunch yesterday"}"#
            let offer = try Self.object(try await client.send(.post, "/me/proposals", maya, body: body))
            let id = try #require((offer["proposal"] as? [String: Any])?["proposalId"] as? String)
            #expect(scene.app.calls.entries.isEmpty, "nothing is sent before the yes")
            for _ in 0..<3 {
                let answer = try await client.send(.post, "/me/proposals/\(id)/confirm", maya)
                let proposal = try Self.object(answer)["proposal"] as? [String: Any]
                #expect(answer.status == .ok && proposal?["state"] as? String == "applied")
            }
            #expect(scene.app.calls.entries.map(\.token) == [token])
            #expect(try await client.send(.get, "/me/proposals", maya).text.contains(id))
        }
    }

    @Test("another person's offer is none, a no sends nothing, and records that changed give a fresh offer")
    func others() async throws {
        let scene = try await Scene()
        let (maya, noah) = (try scene.stage.bearer(), try scene.stage.bearer(Stage.noah))
        try await scene.run { client async throws in
            func offer() async throws -> String {
                let body = #"{"words":"I spent £7 on parking today"}"#
                let json = try Self.object(try await client.send(.post, "/me/proposals", maya, body: body))
                return try #require((json["proposal"] as? [String: Any])?["proposalId"] as? String)
            }
            let first = try await offer()
            for act in ["confirm", "reject"] {
                let foreign = try await client.send(.post, "/me/proposals/\(first)/\(act)", noah)
                let unknown = try await client.send(.post, "/me/proposals/none/\(act)", noah)
                #expect(foreign.status == .notFound && foreign.text == unknown.text)
            }
            #expect(try await !client.send(.get, "/me/proposals", noah).text.contains(first))
            #expect(try await client.send(.post, "/me/proposals/\(first)/reject", maya).status == .ok)
            #expect(scene.app.calls.entries.isEmpty)
            let (second, third) = (try await offer(), try await offer())
            #expect(try await client.send(.post, "/me/proposals/\(second)/confirm", maya).status == .ok)
            let stale = try await client.send(.post, "/me/proposals/\(third)/confirm", maya)
            #expect(stale.status == .conflict && stale.text.contains("proposalId"))
            #expect(scene.app.calls.entries.count == 1)
        }
    }

    @Test("words without a wish, a question back, and no main app are told apart")
    func otherwise() async throws {
        let scene = try await Scene()
        let maya = try scene.stage.bearer()
        try await scene.run { client async throws in
            for words in ["How are you today?", "12", String(repeating: "x", count: 501)] {
                let answer = try await client.send(.post, "/me/proposals", maya, body: #"{"words":"\#(words)"}"#)
                #expect(answer.status.code == 422, "\(words.prefix(20))")
            }
            let asked = try Self.object(
                try await client.send(.post, "/me/proposals", maya, body: #"{"words":"I spent some money on lunch"}"#))
            #expect((asked["question"] as? [String: Any])?.isEmpty == false)
        }
        try await scene.stage.run { client async throws in
            #expect(try await client.send(.get, "/me/proposals", maya).status == .serviceUnavailable)
        }
    }
}
