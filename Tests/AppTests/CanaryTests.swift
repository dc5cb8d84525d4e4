import Finance
import NIOConcurrencyHelpers
import TestKit
import TestServers
import Testing

@testable import App

/// The whole program with everything going wrong at once, read afterwards as somebody would who may see only its logs
/// and its error pages.
@Suite("What is left in logs and error pages", .timeLimit(.minutes(3)))
struct CanaryTests {
    private static let canary = "CNRY-4471"
    private static let amount = 7_471.19

    /// A request and who makes it.
    private struct Ask: Sendable {
        var method: String
        var path: String
        var body = ""
        var token: String?
        var headers: [(String, String)] = []
    }

    /// Requests each of which is refused, with the canary wherever a client can put it.
    private static func asks(_ token: String) -> [Ask] {
        let hex = NamedPeople.mayaID.hex
        return [
            Ask(method: "GET", path: "/nobody/\(canary)?token=\(token)"),
            Ask(method: "DELETE", path: "/health/\(canary)"),
            Ask(method: "GET", path: "/chat/conversations", token: token + canary),
            Ask(method: "GET", path: "/chat/conversations/\(canary)/messages", token: token),
            Ask(method: "PATCH", path: "/chat/conversations/\(canary)", body: "{\(canary)", token: token),
            Ask(method: "GET", path: "/analysis/snapshot?month=\(canary)", token: token),
            Ask(method: "GET", path: "/analysis/affordability?amount=\(canary)", token: token),
            Ask(method: "PUT", path: "/me/choices", body: "[\(canary)", token: token),
            Ask(method: "POST", path: "/insights/\(canary)/ack", token: token),
            Ask(method: "GET", path: "/admin/user-dashboard/\(hex)", token: token),
            Ask(method: "POST", path: "/schedule/run-daily-ai-jobs", headers: [("X-API-KEY", canary)]),
            Ask(method: "GET", path: "/chat/ws?token=\(token)&conversation_id=\(canary)"),
        ]
    }

    /// What neither a log nor an error page may hold.
    private static func secrets(_ token: String, _ backend: Backend) -> [String] {
        let parts = token.split(separator: ".").map(String.init)
        return parts + [
            canary, NamedPeople.mayaID.hex, "7471.19", "7,471.19", "Maya", "Groceries", "sk-test-key", "sk-",
            "The provider says", RunningApp.secret, backend.mongo.address, backend.redis.url, "mongodb://", "redis://",
        ]
    }

    @Test("whatever fails, no line of the log and no error page holds words, names, amounts, ids, tokens or addresses")
    func everything() async throws {
        try await Backend.with(ownMongo: true) { backend, app in
            let token = try await app.token(NamedPeople.mayaID)
            try await backend.addExpense(of: NamedPeople.mayaID, name: Self.canary, amount: Self.amount)
            try await Self.talk(token, backend, app)
            var pages: [String] = []
            for ask in Self.asks(token) {
                let page = try await app.request(
                    ask.method, ask.path, token: ask.token, headers: ask.headers, body: ask.body)
                #expect(page.status >= 400, "\(ask.method) \(ask.path)")
                pages.append(page.text)
            }
            await backend.redis.kill()
            await backend.mongo.kill()
            let away = try await app.request("GET", "/chat/conversations", token: token)
            #expect(away.status == 503)
            pages.append(away.text)
            let logs = app.logs.withLockedValue { $0 }
            #expect(logs.contains("http.answered") && logs.contains(#""status":"503""#))
            for secret in Self.secrets(token, backend) {
                #expect(!logs.contains(secret), "the log holds \(secret)")
                #expect(!pages.contains { $0.contains(secret) }, "an error page holds \(secret)")
            }
            #expect(!pages.contains { $0.lowercased().contains("mongo") || $0.contains("swift") })
        }
    }

    /// A chat in both dialects, with a model that refuses, one that breaks off, and frames that are none.
    private static func talk(_ token: String, _ backend: Backend, _ app: RunningApp) async throws {
        let (socket, _) = try await app.chat(token)
        var broken = FakeScript()
        broken.failure = .init(401)
        backend.model.enqueue(broken)
        try socket.ask("\(canary): what is left this month?")
        #expect(try await socket.turn().last?.isTerminal == true)
        broken.failure = nil
        broken.disconnectAfter = 3
        backend.model.enqueue(broken)
        try socket.ask("\(canary): and now?")
        #expect(try await socket.turn().last?.type == "turn_failed")
        socket.raw.send(text: #"{"type":"\#(canary)"}"#)
        _ = try await socket.next("error")
        await socket.end()
        let legacy = try await ChatSocket.legacy(port: app.port, token: token)
        legacy.raw.send(text: "[\"\(canary)\"]")
        _ = try await legacy.next("error")
        await legacy.end()
    }
}
