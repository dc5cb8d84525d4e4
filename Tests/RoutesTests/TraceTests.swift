import Finance
import Hummingbird
import HummingbirdTesting
import Logging
import Ports
import TestKit
import Testing

@testable import Auth
@testable import Routes

@Suite struct TraceTests {
    @Test("every answer has a request id of its own; a plain one from the proxy is kept")
    func requestIDs() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            let first = try await client.send(.get, "/health")
            let second = try await client.send(.get, "/nothing")
            #expect(first.headers[.xRequestID]?.utf8.count == 32)
            #expect(first.headers[.xRequestID] != second.headers[.xRequestID])
            #expect(
                try await client.send(.get, "/health", [.xRequestID: "abc-123_x.Y"]).headers[.xRequestID]
                    == "abc-123_x.Y")
            for bad in ["short", String(repeating: "x", count: 65), "has space in it", "quote\"quote", "é-é-é-é-é"] {
                let answer = try await client.send(.get, "/health", [.xRequestID: bad])
                #expect(answer.headers[.xRequestID] != bad)
                #expect(answer.headers[.xRequestID]?.utf8.count == 32)
            }
        }
    }

    @Test("one line a request: template, status and the person's log name, nothing that identifies or opens anything")
    func log() async throws {
        let stage = try await Stage()
        let token = try stage.token()
        try await stage.store(
            "Can I afford a boat?", of: Stage.maya, in: "secret-thread", id: "6620000000000000000000a1")
        try await stage.run { client in
            let headers = try stage.bearer()
            _ = try await client.send(.get, "/chat/conversations?limit=5&token=\(token)", headers)
            _ = try await client.send(.get, "/chat/conversations/secret-thread/messages", headers)
            _ = try await client.send(.get, "/analysis/snapshot?token=\(token)", [.authorization: "Bearer \(token)x"])
            _ = try await client.send(.get, "/nobody/knows/\(token)")
            _ = try await client.send(.get, "/chat/ws?token=\(token)&conversation_id=secret-thread")
        }
        let lines = stage.log.answered
        #expect(
            lines.map { $0.metadata["route"] } == [
                "/chat/conversations", "/chat/conversations/{id}/messages", "/analysis/snapshot", "NotFound",
                "/chat/ws",
            ])
        #expect(lines.map { $0.metadata["status"] } == ["200", "200", "401", "404", "426"])
        #expect(lines[0].metadata["user"] == LogIDs(secret: Stage.secret).name(of: Stage.maya))
        #expect(lines[2].metadata["code"] == "invalid_token")
        #expect(lines.allSatisfy { $0.metadata["requestId"] != nil && $0.metadata["ms"] != nil })
        for secret in [token, "secret-thread", Stage.maya.hex, "boat", "limit=5", "?", "Bearer"] {
            #expect(!stage.log.text.contains(secret), "the log holds \(secret)")
        }
    }

    @Test("our fault is logged as an error with its cause, a dependency's as a warning, a client's as nothing special")
    func levels() async throws {
        let stage = try await Stage()
        stage.records.fail(Stage.maya, with: PortError(.timeout, "mongodb did not answer"))
        try await stage.run { client in
            let answer = try await client.send(.get, "/analysis/snapshot", try stage.bearer())
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.headers[.retryAfter] == "2")
            #expect(!answer.text.contains("mongodb"))
            stage.records.fail(Stage.maya, with: PortError(.refused, "bad projection"))
            #expect(
                try await client.send(.get, "/analysis/snapshot", try stage.bearer()).status == .internalServerError)
            _ = try await client.send(.get, "/nothing")
            _ = try await client.send(.get, "/health")
        }
        #expect(stage.log.answered.map(\.level) == [.warning, .error, .info, .debug])
        #expect(stage.log.answered[0].metadata["cause"] == "timeout: mongodb did not answer")
    }

    @Test(
        "every answer keeps browsers careful", arguments: ["/health", "/nothing", "/", "/docs", "/chat/conversations"])
    func headers(path: String) async throws {
        let stage = try await Stage()
        try await stage.run { client in
            let headers = try await client.send(.get, path).headers
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.requireName("Referrer-Policy")] == "no-referrer")
            #expect(headers[.requireName("X-Frame-Options")] == "DENY")
            #expect(headers[.cacheControl] == "no-store")
            #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
            #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        }
    }
}
