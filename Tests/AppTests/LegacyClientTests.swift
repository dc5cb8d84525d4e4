import Finance
import Foundation
import NIOConcurrencyHelpers
import TestKit
import TestServers
import Testing

@testable import App

/// Clients that exist already, in another language, over real sockets and through a real nginx.
@Suite("Clients of the old service")
struct LegacyClientTests {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Runs the Python client; its output is the failure.
    static func talk(port: Int, token: String, question: String, expected: String) async throws {
        let python = root.appendingPathComponent(".tools/peers/bin/python").path
        let script = root.appendingPathComponent("Tests/Peers/legacy_client.py").path
        let process = try await ChildProcess.start(
            python, [script, "ws://127.0.0.1:\(port)", token, question, expected], ready: .immediately)
        let status = await process.waitForExit()
        #expect(status == 0, "\(process.output)")
    }

    @Test("a Python client holds a conversation, reconnects and finds its history")
    func direct() async throws {
        try await Backend.with { backend, app in
            backend.model.setUsual(Self.quotingLeft)
            let token = try await app.token(NamedPeople.mayaID)
            try await Self.talk(port: app.port, token: token, question: "What is left?", expected: "£2,267.51")
        }
    }

    @Test("the same through the shipped nginx, and no token is in any log, an upstream failure included")
    func throughNginx() async throws {
        let nginx = try await Backend.with { backend, app in
            backend.model.setUsual(Self.quotingLeft)
            let nginx = try await NginxServer.start(upstream: app.port)
            let token = try await app.token(NamedPeople.mayaID)
            try await Self.talk(port: nginx.port, token: token, question: "What is left?", expected: "£2,267.51")
            let (socket, _) = try await app.chat(token)
            await socket.end()
            #expect(!app.logs.withLockedValue { $0 }.contains(token))
            return (nginx, token)
        }
        // The server behind is gone now: the worst case for nginx's error log.
        let http = try await RawHTTP.connect(port: nginx.0.port)
        http.send(request: "GET", "/chat/ws?token=\(nginx.1)")
        #expect(try await http.response().status == 502)
        await http.close()
        let logs = try nginx.0.logs()
        #expect(logs.contains("GET /chat/ws"))
        #expect(!logs.contains(nginx.1))
        #expect(!logs.contains("token="))
        await nginx.0.stop()
    }

    @Test("nginx accepts the shipped configuration")
    func configuration() async throws {
        #expect(try await NginxServer.check().contains("test is successful"))
    }

    @Test("figures for the operator do not pass the front door")
    func inside() async throws {
        try await RunningApp.with { app in
            let nginx = try await NginxServer.start(upstream: app.port)
            for (path, status) in [
                ("/metrics", 404), ("/metrics/", 404), ("/metrics//", 404), ("//metrics", 404), ("/metrics?x=/", 404),
                ("/health/ready", 404), ("/health/ready/", 404), ("/health", 200), ("/openapi.json", 200),
            ] {
                let http = try await RawHTTP.connect(port: nginx.port)
                http.send(request: "GET", path)
                let answer = try await http.response()
                #expect(answer.status == status, "\(path)")
                // By nginx itself, not by a service that happens not to know the path.
                if status == 404 { #expect(answer.text.contains("<html>"), "\(path) was passed on") }
                await http.close()
            }
            await nginx.stop()
        }
    }

    /// Answers with the prompt's own line about what is left.
    static let quotingLeft: FakeScript = {
        var script = FakeScript()
        script.quote = "Left over"
        return script
    }()
}
