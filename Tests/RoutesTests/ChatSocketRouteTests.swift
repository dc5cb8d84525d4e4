import Chat
import Finance
import Hummingbird
import HummingbirdTesting
import Ports
import Server
import TestKit
import TestServers
import Testing

@testable import Routes

@Suite struct ChatSocketRouteTests {
    /// Serves the routes on a port of its own, with the desk at work.
    private static func live(
        _ stage: Stage, _ test: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let desk = stage.desk
        let sockets = OpenSockets(patience: .seconds(5))
        let application = Application(
            router: Routes.router(stage.parts(desk: desk)), server: .sockets(sockets), services: [sockets],
            logger: stage.log.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await desk.run() }
            try await application.test(.live) { client in
                guard let port = client.port else { throw WireError.ended }
                try await test(port)
            }
            group.cancelAll()
        }
    }

    private static func frames(_ socket: RawWebSocket, until end: String) async throws -> [String] {
        var frames: [String] = []
        repeat { frames.append(try await socket.nextText()) } while !(frames.last?.contains(end) ?? true)
        return frames
    }

    @Test("an old client shows its token in the query and holds a conversation")
    func legacy() async throws {
        let stage = try await Stage()
        let token = try stage.token()
        try await Self.live(stage) { port in
            let socket = try await RawWebSocket.connect(port: port, path: "/chat/ws?token=\(token)")
            #expect(try await socket.nextText().contains(#""type":"full_response""#))
            socket.send(text: #"{"message":"Am I doing well?"}"#)
            let frames = try await Self.frames(socket, until: #""data":"done""#)
            #expect(frames.contains(#"{"type":"full_response","data":"All good."}"#))
            await socket.end()
        }
        #expect(!stage.log.text.contains(token))
    }

    @Test(
        "a new client is let in by each carrier, and only reho.v2 is answered",
        arguments: ["subprotocol", "header", "query"])
    func carriers(carrier: String) async throws {
        let stage = try await Stage()
        let token = try stage.token()
        try await Self.live(stage) { port in
            let socket = try await RawWebSocket.connect(
                port: port, path: carrier == "query" ? "/chat/ws?token=\(token)" : "/chat/ws",
                headers: carrier == "header" ? [("Authorization", "Bearer \(token)")] : [],
                subprotocols: carrier == "subprotocol" ? ["reho.v2", "bearer.\(token)"] : ["reho.v2"])
            #expect(socket.response.header("Sec-WebSocket-Protocol") == "reho.v2")
            let welcome = try await socket.nextText()
            #expect(welcome.contains(#""type":"welcome""#) && welcome.contains("Maya"))
            await socket.end()
        }
    }

    @Test("a ticket opens one socket; the second is told to come again with another")
    func ticket() async throws {
        let stage = try await Stage()
        let identity = stage.identity
        let ticket = try await identity.issueTicket(try await identity.verify(.bearer(try stage.token())))
        try await Self.live(stage) { port in
            let path = "/chat/ws?ticket=\(ticket)"
            let first = try await RawWebSocket.connect(port: port, path: path, subprotocols: ["reho.v2"])
            #expect(try await first.nextText().contains(#""type":"welcome""#))
            let second = try await RawWebSocket.connect(port: port, path: path)
            #expect(try await second.nextText().contains("temporarily_unavailable"))
            #expect(try await second.closed().code == 1011)
            await first.end()
        }
    }

    @Test("without a token an old client is let in, told so and closed with 1008")
    func missing() async throws {
        let stage = try await Stage()
        try await Self.live(stage) { port in
            let socket = try await RawWebSocket.connect(port: port, path: "/chat/ws")
            let frame = try await socket.nextText()
            #expect(frame.contains("Authentication failed: Token not provided"))
            #expect(try await socket.closed().code == 1008)
        }
    }

    @Test("a page of an origin that is not allowed is 403 before the upgrade; listed, own and absent ones pass")
    func origins() async throws {
        let stage = try await Stage()
        let token = try stage.token()
        try await Self.live(stage) { port in
            let path = "/chat/ws?token=\(token)"
            for origin in [
                "https://evil.example", "null", "https://app.example.org.evil.io", "http://app.example.org",
                "https://app.example.org:444", "https://xapp.example.org", "file://", "http://localhost:1",
            ] {
                do {
                    _ = try await RawWebSocket.connect(port: port, path: path, headers: [("Origin", origin)])
                    Issue.record("\(origin) was let in")
                } catch let refused as RawWebSocket.Refused {
                    #expect(refused.response.status == 403, "\(origin)")
                    #expect(refused.response.text.contains("origin_not_allowed"))
                }
            }
            for origin in ["https://app.example.org", "HTTPS://APP.example.org", nil] {
                let socket = try await RawWebSocket.connect(
                    port: port, path: path, headers: origin.map { [("Origin", $0)] } ?? [])
                _ = try await socket.nextText()
                await socket.end()
            }
        }
    }

    @Test("an address behind the proxy has so many sockets; one that closes makes room, and others are not concerned")
    func perAddress() async throws {
        var stage = try await Stage()
        stage.settings.limits.socketsPerAddress = 2
        let token = try stage.token()
        let join: @Sendable (Int, String?) async throws -> RawWebSocket = { port, address in
            let socket = try await RawWebSocket.connect(
                port: port, path: "/chat/ws?token=\(token)", headers: address.map { [("X-Forwarded-For", $0)] } ?? [])
            _ = try await socket.nextText()
            return socket
        }
        try await Self.live(stage) { port in
            let first = try await join(port, "203.0.113.7")
            let second = try await join(port, "9.9.9.9, 203.0.113.7")
            do {
                _ = try await join(port, "203.0.113.7")
                Issue.record("a third was let in")
            } catch let refused as RawWebSocket.Refused {
                #expect(refused.response.status == 429 && refused.response.header("Retry-After") == "10")
            }
            for other in ["203.0.113.8", nil] {
                let socket = try await join(port, other)
                await socket.end()
            }
            await first.end()
            await second.end()
            let again = try await Self.eventually { try await join(port, "203.0.113.7") }
            await again.end()
        }
    }

    /// Tries until the server has heard that others have gone.
    private static func eventually(_ join: () async throws -> RawWebSocket) async throws -> RawWebSocket {
        for _ in 0..<100 {
            do {
                return try await join()
            } catch is RawWebSocket.Refused {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        return try await join()
    }

    @Test("an ordinary request to it is told to upgrade, and a wrong handshake what is wrong")
    func notAHandshake() async throws {
        let stage = try await Stage()
        try await Self.live(stage) { port in
            let plain = try await RawHTTP.request("GET", "/chat/ws", port: port)
            #expect(plain.status == 426)
            let other = try await RawHTTP.request("POST", "/chat/ws", port: port)
            #expect(other.status == 405)
        }
    }

    @Test("another person's conversation is, for this person, one that never was")
    func foreignConversation() async throws {
        let stage = try await Stage()
        let theirs = "default_\(Stage.noah.hex)"
        try await stage.store("CANARY-7431", of: Stage.noah, in: theirs, id: "6620000000000000000000b1")
        try await stage.store("Hello", of: Stage.maya, in: "mayas-own", id: "6620000000000000000000a0")
        let token = try stage.token()
        try await Self.live(stage) { port in
            var answers: [String] = []
            for conversation in [theirs, "default_never"] {
                let socket = try await RawWebSocket.connect(
                    port: port, path: "/chat/ws?token=\(token)&conversation_id=\(conversation)")
                answers.append(try await socket.nextText())
                await socket.end()
            }
            #expect(answers.allSatisfy { !$0.contains("CANARY") })
            #expect(answers[0] == answers[1])
        }
        #expect(stage.store.all(of: Stage.noah).count == 1)
    }
}
