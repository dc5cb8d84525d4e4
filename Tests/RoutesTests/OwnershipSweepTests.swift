import Finance
import Hummingbird
import HummingbirdTesting
import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Routes

/// Goes through every route with another person's ids. The list of routes is the router's own: a route that this file
/// does not know how to ask fails the first test, so none can be added without being swept.
@Suite struct OwnershipSweepTests {
    /// How a route is asked with somebody's id; nil for a route that takes none and shows nothing of anybody.
    private static let asks: [String: (body: String?, takesID: Bool)?] = [
        // Administrators' routes read with other people's ids; AdminRoutesTests shows that nobody else gets in.
        "GET /admin/users": nil, "GET /admin/overview": nil, "GET /admin/alerts": nil,
        "GET /admin/usage": nil,
        "POST /admin/alerts/{id}/ack": nil, "POST /admin/alerts/{id}/resolve": nil,
        "POST /admin/alerts/{id}/snooze": nil, "GET /admin/user-dashboard/{user_id}": nil,
        // By the scheduler's key, or an administrator's; they show runs, and people only where their night failed.
        "POST /admin/run-analysis": nil, "GET /admin/runs": nil, "POST /schedule/run-daily-ai-jobs": nil,
        "GET /schedule/runs": nil,
        "GET /schedule/runs/{id}": nil, "POST /schedule/runs/{id}/stop": nil,
        "GET /feedback/optimize-expenses": (nil, false), "GET /feedback/optimize-budget": (nil, false),
        "GET /feedback/optimize-debt": (nil, false), "GET /analysis/forecast": (nil, false),
        "GET /analysis/peers": (nil, false), "GET /calculator/tips": (nil, false),
        "GET /": nil, "GET /console": nil, "GET /console/{file}": nil, "GET /console/demo-token": nil,
        "GET /health": nil, "GET /health/live": nil, "GET /health/ready": nil, "GET /metrics": nil,
        "GET /openapi.json": nil, "GET /asyncapi.json": nil, "GET /docs": nil,
        // The socket's own sweep is in ChatSocketRouteTests and in the tests of the conversation.
        "GET /chat/ws": nil,
        "POST /chat/ticket": (nil, false), "GET /chat/conversations": (nil, false),
        "GET /analysis/snapshot": (nil, false), "GET /analysis/debt-plan": (nil, false),
        "GET /analysis/budget-rule": (nil, false), "GET /analysis/spending": (nil, false),
        "GET /analysis/weekly": (nil, false), "GET /analysis/recurring": (nil, false),
        "GET /analysis/goals": (nil, false), "GET /analysis/affordability": (nil, false),
        "GET /insights": (nil, false), "GET /nudges": (nil, false), "GET /nudges/unread": (nil, false),
        "POST /nudges/ack": (nil, false), "GET /me/choices": (nil, false), "PUT /me/choices": ("{}", false),
        "GET /me/moods": (nil, false), "DELETE /me/moods": (nil, false), "GET /analysis/goal-ratio": (nil, false),
        "GET /analysis/monthly-review": (nil, false), "GET /analysis/weekly-review": (nil, false),
        "GET /me/purchases": (nil, false), "POST /me/purchases": (#"{"item":"a bicycle","price":250}"#, false),
        "POST /me/purchases/{id}/pin": (nil, true), "POST /me/purchases/{id}/unpin": (nil, true),
        "POST /me/purchases/{id}/forget": (nil, true),
        "POST /me/purchases/compare": (#"{"options":[{"name":"a","price":1},{"name":"b","price":2}]}"#, false),
        "POST /me/recurring": (#"{"key":"monthly/rent","decision":"dismissed"}"#, false),
        // By Telegram's secret; TelegramBackendTests sends updates.
        "POST /telegram/webhook": nil, "POST /me/telegram": nil,
        "GET /me/telegram": (nil, false), "DELETE /me/telegram": (nil, false),
        // The stage has no main app; ProposalRoutesTests has one, and two people.
        "GET /me/proposals": nil, "POST /me/proposals": nil, "POST /me/proposals/{id}/confirm": nil,
        "POST /me/proposals/{id}/reject": nil,
        // Takes a file; ReceiptRoutesTests has a model that reads it, and two people.
        "POST /me/receipts": nil, "GET /analysis/budget-plan": (nil, false),
        // Takes an id in its query; AnalysisRoutesTests asks it with another person's.
        "GET /analysis/goal-what-if": nil,
        // Refused until the caller wants moods kept; MoodRoutesTests asks it.
        "PUT /me/moods": nil,
        "GET /me/profile": (nil, false),
        // There is nothing to change before the first questions; ProfileRoutesTests has two people with a profile.
        "PATCH /me/profile": nil,
        "GET /analysis/categories": (nil, false), "PUT /me/categories": (#"{"name":"Gym","category":"Fun"}"#, false),
        "GET /me/export": (nil, false), "DELETE /me/data": (nil, false),
        "POST /insights/{id}/ack": (nil, true), "POST /insights/{id}/dismiss": (nil, true),
        "POST /insights/{id}/snooze": (#"{"until":"2027-01-01T00:00:00Z"}"#, true),
        "POST /nudges/{id}/ack": (nil, true), "POST /nudges/{id}/dismiss": (nil, true),
        "POST /nudges/{id}/snooze": (#"{"until":"2027-01-01T00:00:00Z"}"#, true),
        "DELETE /nudges/{id}": (nil, true),
        "PATCH /chat/conversations/{id}": (#"{"title":"Mine now"}"#, true),
        // Takes words; ConversationSearchTests asks it with another person's.
        "GET /chat/search": nil, "GET /chat/conversations/{id}/export": (nil, true),
        "POST /chat/conversations/{id}/branch": (#"{"message_id":"6620000000000000000000b0"}"#, true),
        "DELETE /chat/conversations/{id}": (nil, true), "GET /chat/conversations/{id}/messages": (nil, true),
    ]

    private static let canary = "CANARY-7431"

    /// Noah's secrets, under every scheme of ids there has been.
    private static let theirs = [
        "default_\(Stage.noah.hex)", "fixed_convo_\(Stage.noah.hex)", "3f2b7c1e-9d55-4c1a-8f0e-1c2d3e4f5a6b",
        "noahs-own",
    ]

    private static func stage() async throws -> Stage {
        let stage = try await Stage()
        for (place, conversation) in theirs.enumerated() {
            try await stage.store(
                "\(canary) message", of: Stage.noah, in: conversation, id: "6620000000000000000000b\(place)")
            guard let id = ConversationID(conversation) else { continue }
            _ = try await stage.store.port.rename(Stage.noah, id, "\(canary) title")
        }
        try await stage.store("Hello", of: Stage.maya, in: "mayas-own", id: "6620000000000000000000a0")
        return stage
    }

    @Test("every route of the router is in the table of this sweep, and the other way round")
    func complete() async throws {
        let routes = Routes.router(try await Stage().parts()).routes.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(routes) == Set(Self.asks.keys))
        #expect(routes.count == Self.asks.count)
    }

    @Test("another person's ids answer as ids that never were, and nothing of theirs is in any byte")
    func foreign() async throws {
        let stage = try await Self.stage()
        let headers = try stage.bearer()
        let before = stage.store.all(of: Stage.noah)
        try await stage.run { client in
            for (route, ask) in Self.asks {
                guard let ask, ask.takesID else { continue }
                let unknown = try await Self.send(client, route, "never-was", ask.body, headers)
                #expect(unknown.status == .notFound, "\(route)")
                for id in Self.theirs {
                    let answer = try await Self.send(client, route, id, ask.body, headers)
                    #expect(answer.status == unknown.status, "\(route) with \(id)")
                    #expect(answer.text == unknown.text, "\(route) with \(id)")
                    #expect(Self.names(answer) == Self.names(unknown), "\(route) with \(id)")
                }
            }
        }
        #expect(stage.store.all(of: Stage.noah) == before, "something of the other person's was changed")
    }

    @Test("routes without an id show the caller's own and nothing of another person's")
    func own() async throws {
        let stage = try await Self.stage()
        let headers = try stage.bearer()
        try await stage.run { client in
            for (route, ask) in Self.asks {
                guard let ask, !ask.takesID else { continue }
                for extra in [
                    "", "?user_id=\(Stage.noah.hex)", "?userId=\(Stage.noah.hex)&id=default_\(Stage.noah.hex)",
                ] {
                    let parts = route.split(separator: " ").map(String.init)
                    let query =
                        parts[1].hasSuffix("affordability") ? "?amount=5" + extra.replacing("?", with: "&") : extra
                    let answer = try await client.send(
                        Self.method(parts[0]), parts[1] + query, headers, body: ask.body)
                    #expect(answer.status == .ok, "\(route)\(extra)")
                    #expect(!answer.text.contains(Self.canary), "\(route)\(extra)")
                    #expect(!answer.text.contains(Stage.noah.hex), "\(route)\(extra)")
                }
            }
        }
        #expect(stage.records.reads.entries.allSatisfy { $0 == Stage.maya })
    }

    @Test("ids that cannot be one's answer like unknown ones", arguments: ["%00", "%0A", "%", "%zz", "%ff", "a%20b"])
    func odd(id: String) async throws {
        let stage = try await Self.stage()
        let headers = try stage.bearer()
        try await stage.run { client in
            for (route, ask) in Self.asks {
                guard let ask, ask.takesID else { continue }
                let answer = try await Self.send(client, route, id, ask.body, headers)
                #expect(answer.status == .notFound, "\(route) with \(id)")
            }
        }
    }

    @Test("every route that needs a token is 401 without one")
    func anonymous() async throws {
        let stage = try await Self.stage()
        try await stage.run { client in
            for (route, ask) in Self.asks {
                guard let ask else { continue }
                let answer = try await Self.send(client, route, "noahs-own", ask.body, [:])
                #expect(answer.status == .unauthorized, "\(route)")
                #expect(!answer.text.contains(Self.canary))
            }
        }
    }

    private static func send(
        _ client: any TestClientProtocol, _ route: String, _ id: String, _ body: String?, _ headers: HTTPFields
    ) async throws -> TestResponse {
        let parts = route.split(separator: " ").map(String.init)
        let path = parts[1].split(separator: "{id}", omittingEmptySubsequences: false).joined(separator: id)
        return try await client.send(method(parts[0]), path, headers, body: body)
    }

    private static func method(_ name: String) -> HTTPRequest.Method { HTTPRequest.Method(name) ?? .get }

    private static func names(_ answer: TestResponse) -> [String] { answer.headers.map(\.name.canonicalName).sorted() }
}
