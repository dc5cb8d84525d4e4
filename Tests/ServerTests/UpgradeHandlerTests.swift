import NIOCore
import TestServers
import Testing

@testable import Server

@Suite("A route that answers with a socket")
struct UpgradeHandlerTests {
    @Test("A text message comes back, then a close frame is answered with its own code")
    func echo() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo", subprotocols: ["echo.v1"])
            #expect(socket.response.header("Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
            #expect(socket.response.header("Sec-WebSocket-Protocol") == "echo.v1")
            #expect(socket.response.header("Content-Length") == nil)
            socket.send(text: "grüße 😀")
            #expect(try await socket.nextText() == "grüße 😀")
            socket.send(.close(3001, "bye"))
            #expect(try await socket.closed().code == 3001)
            #expect(try await eventually { server.sockets.count == 0 })
            #expect(server.closed == [3001])
        }
    }

    @Test("The second request of a connection can be the upgrade")
    func secondRequest() async throws {
        try await EchoServer.with { server in
            let http = try await RawHTTP.connect(port: server.port)
            http.send(request: "GET", "/hello")
            #expect(try await http.response().text == "hello")
            http.send(RawWebSocket.handshake("/echo"))
            #expect(try await http.response().status == 101)
            await http.close()
        }
    }

    @Test("Requests and an upgrade in one segment are answered in order")
    func pipelined() async throws {
        try await EchoServer.with { server in
            let http = try await RawHTTP.connect(port: server.port)
            let get = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"
            http.send(get + get + RawWebSocket.handshake("/echo"))
            #expect(try await http.response().text == "hello")
            #expect(try await http.response().text == "hello")
            #expect(try await http.response().status == 101)
            await http.close()
        }
    }

    @Test("A refused upgrade gets its answer, and the connection ends", arguments: ["/closed", "/nowhere"])
    func refused(path: String) async throws {
        try await EchoServer.with { server in
            let http = try await RawHTTP.connect(port: server.port)
            http.send(RawWebSocket.handshake(path) + "more bytes that nobody reads")
            let response = try await http.response()
            #expect(response.status == (path == "/closed" ? 401 : 404))
            #expect(response.header("Connection") == "close")
            #expect(await http.isClosed(within: .seconds(3)))
        }
    }

    @Test("Frames in the segment of the handshake, and right after the 101, are not lost (F21)")
    func behindTheHandshake() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(
                port: server.port, path: "/echo",
                behind: RawFrame.text("first").bytes() + RawFrame.text("second").bytes())
            socket.send(text: "third")
            for text in ["first", "second", "third"] { #expect(try await socket.nextText() == text) }
            await socket.end()
        }
    }

    @Test("An owner may send before it has returned; that comes before any answer")
    func greeting() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(
                port: server.port, path: "/greeted", behind: RawFrame.text("hello").bytes())
            #expect(try await socket.nextText() == "welcome")
            #expect(try await socket.nextText() == "hello")
            await socket.end()
        }
    }

    @Test("A handshake in one-byte segments works, with a frame behind it (F21)")
    func bytewise() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(
                port: server.port, path: "/echo", behind: RawFrame.text("slow").bytes(), bytewise: true)
            #expect(try await socket.nextText() == "slow")
            await socket.end()
        }
    }

    @Test("The idle timer of HTTP does not end a quiet socket")
    func quietSocket() async throws {
        var http = HTTPLimits()
        http.idle = .milliseconds(1_500)
        http.headDeadline = .milliseconds(1_500)
        try await EchoServer.with(http: http) { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo")
            await #expect(throws: WireError.timedOut) { try await socket.next(timeout: .milliseconds(2_500)) }
            socket.send(text: "still here")
            #expect(try await socket.nextText() == "still here")
            await socket.end()
        }
    }

    @Test("A client that vanishes with a reset is told to the owner once, without a code")
    func reset() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo")
            await socket.connection.reset()
            #expect(try await eventually { server.closed.count == 1 })
            #expect(server.closed == [nil])
            #expect(try await eventually { server.sockets.count == 0 })
        }
    }

    @Test("An ordinary request beside it is served, with and without an offer to upgrade to something else")
    func ordinaryRequests() async throws {
        try await EchoServer.with { server in
            let http = try await RawHTTP.connect(port: server.port)
            http.send(request: "POST", "/hello", body: "posted")
            #expect(try await http.response().text == "posted")
            let offer = [("Upgrade", "h2c"), ("Connection", "Upgrade, HTTP2-Settings"), ("HTTP2-Settings", "AAMAAABk")]
            http.send(request: "GET", "/hello", headers: offer)
            #expect(try await http.response().text == "hello")
            #expect(await http.isClosed(within: .seconds(3)))
        }
    }
}
