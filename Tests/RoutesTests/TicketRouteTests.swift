import Finance
import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct TicketRouteTests {
    private struct Body: Decodable {
        var ticket: String
        var expiresIn: Int
    }

    private static func ticket(_ stage: Stage) async throws -> String {
        try await stage.run { client in
            let answer = try await client.send(.post, "/chat/ticket", try stage.bearer())
            #expect(answer.status == .ok)
            let body = try JSONDecoder().decode(Body.self, from: Data(answer.text.utf8))
            #expect(body.expiresIn == 30)
            return body.ticket
        }
    }

    @Test("of a thousand uses at once one wins, and it is the caller's")
    func race() async throws {
        let stage = try await Stage()
        let ticket = try await Self.ticket(stage)
        let identity = stage.identity
        let winners = await withTaskGroup(of: Caller?.self) { group in
            for _ in 0..<1_000 { group.addTask { try? await identity.verify(.ticket(ticket)) } }
            return await group.reduce(into: [Caller]()) { if let caller = $1 { $0.append(caller) } }
        }
        #expect(winners.map(\.user) == [Stage.maya])
    }

    @Test("after 30 s it is worth nothing")
    func end() async throws {
        let stage = try await Stage()
        let ticket = try await Self.ticket(stage)
        stage.clock.advance(by: .seconds(30))
        await #expect(throws: IdentityError.expired) { try await stage.identity.verify(.ticket(ticket)) }
    }

    @Test("a ticket is no bearer token, and needs one to be had")
    func bearerOnly() async throws {
        let stage = try await Stage()
        let ticket = try await Self.ticket(stage)
        try await stage.run { client in
            #expect(try await client.send(.post, "/chat/ticket").status == .unauthorized)
            let answer = try await client.send(.post, "/chat/ticket", [.authorization: "Bearer \(ticket)"])
            #expect(answer.detail == "Invalid token")
        }
    }

    @Test("a person who asks too often is told to wait, and others are not")
    func pace() async throws {
        var made = try await Stage()
        made.settings.limits.perPerson = Pace(burst: 3, perSecond: 0.5)
        let stage = made
        try await stage.run { client in
            for _ in 0..<3 { #expect(try await client.send(.post, "/chat/ticket", try stage.bearer()).status == .ok) }
            let answer = try await client.send(.post, "/chat/ticket", try stage.bearer())
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "2")
            #expect(answer.code == "rate_limited")
            #expect(try await client.send(.post, "/chat/ticket", try stage.bearer(Stage.noah)).status == .ok)
            stage.clock.advance(by: .seconds(2))
            #expect(try await client.send(.post, "/chat/ticket", try stage.bearer()).status == .ok)
        }
    }
}
