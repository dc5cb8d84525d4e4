import HTTPTypes
import TestServers
import Testing

@testable import Server

@Suite("Handshakes that are wrong (F22)")
struct HandshakeTests {
    private static let right = RawWebSocket.handshake("/echo")
    private static let key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"

    private static func spoiled(_ part: String, _ by: String) -> String { right.replacing(part, with: by) }

    static let wrong: [(what: String, request: String, status: Int)] = [
        ("no key", spoiled(key, ""), 400),
        ("short key", spoiled("dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ="), 400),
        ("key not base64", spoiled("dGhlIHNhbXBsZSBub25jZQ==", "!!!!!!!!!!!!!!!!!!!!!!=="), 400),
        ("two keys", spoiled(key, key + key), 400),
        ("version 12", spoiled("Version: 13", "Version: 12"), 426),
        ("no version", spoiled("Sec-WebSocket-Version: 13\r\n", ""), 426),
        ("POST", spoiled("GET ", "POST "), 405),
        ("HTTP/1.0", spoiled("HTTP/1.1", "HTTP/1.0"), 400),
        ("no Host", spoiled("Host: localhost\r\n", ""), 400),
        ("two Hosts", spoiled("Host: localhost\r\n", "Host: a\r\nHost: b\r\n"), 400),
        ("h2c", spoiled("Upgrade: websocket", "Upgrade: h2c"), 426),
        ("no upgrade", spoiled("Upgrade: websocket\r\n", ""), 426),
        ("no Connection", spoiled("Connection: Upgrade\r\n", ""), 426),
        ("a body", spoiled("Host: localhost\r\n", "Host: localhost\r\nContent-Length: 3\r\n") + "abc", 400),
        (
            "100 KiB header", spoiled("\r\n\r\n", "\r\nX-A: " + String(repeating: "a", count: 100 << 10) + "\r\n\r\n"),
            431
        ),
        ("1,000 headers", spoiled("\r\n\r\n", "\r\n" + String(repeating: "X: y\r\n", count: 1_000) + "\r\n"), 431),
        ("long target", spoiled("/echo", "/echo?" + String(repeating: "a", count: 20 << 10)), 431),
        ("bare CR", spoiled("Host: localhost", "Host: local\rhost"), 400),
        ("NUL", spoiled("Host: localhost", "Host: local\0host"), 400),
        (
            "two lengths",
            "POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400
        ),
        ("space before the colon", spoiled("Host: localhost", "Host : localhost"), 400),
        ("no HTTP", "\u{1}\u{2}\u{3} what is this\r\n\r\n", 400),
    ]

    @Test("Each gets its status, never a 500, and the connection ends", arguments: wrong)
    func refused(what: String, request: String, status: Int) async throws {
        try await EchoServer.with { server in
            let http = try await RawHTTP.connect(port: server.port)
            http.send(request)
            let response = try await http.response()
            #expect(response.status == status, "\(what): \(response.text)")
            if status == 426 { #expect(response.header("Sec-WebSocket-Version") == "13") }
            if status == 405 { #expect(response.header("Allow") == "GET") }
            if what != "no upgrade", what != "no Connection" {
                #expect(await http.isClosed(within: .seconds(3)), "\(what)")
            }
            #expect(try await RawHTTP.request("GET", "/hello", port: server.port).status == 200)
        }
    }

    @Test("Tokens may be in lists and in any case")
    func lists() {
        #expect(Handshake.answer(to: "dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        let headers: HTTPFields = [
            .upgrade: "foo, WebSocket", .connection: "keep-alive, UPGRADE", .secWebSocketVersion: "13",
            .secWebSocketKey: "dGhlIHNhbXBsZSBub25jZQ==",
        ]
        #expect(Handshake(headers) == .accepted("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
    }
}
