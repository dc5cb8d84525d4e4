import TestServers
import Testing

@testable import Server

@Suite("Which pages may talk to us")
struct OriginPolicyTests {
    private let policy = OriginPolicy([
        "https://app.example.org", "http://127.0.0.1:3000", "https://Other.Example:8443",
    ])

    @Test(
        "Listed origins pass, in any case and with the port spelled out",
        arguments: [
            "https://app.example.org", "https://APP.example.org", "https://app.example.org:443",
            "HTTPS://app.example.org",
            "http://127.0.0.1:3000", "https://other.example:8443",
        ])
    func allowed(origin: String) { #expect(policy.allows(origin)) }

    @Test(
        "Everything else does not (F30)",
        arguments: [
            "https://evil.example", "null", "", "https://app.example.org.evil.io", "https://evil.app.example.org",
            "http://app.example.org", "https://app.example.org:8443", "https://app.example.or", "app.example.org",
            "https://app.example.org/", "https://app.example.org@evil.io", "https://", "file://", "http://127.0.0.1",
            "https://app.example.org,https://evil.example", "https://app.example.org https://evil.example",
        ])
    func refused(origin: String) { #expect(!policy.allows(origin)) }

    @Test("A request from no page passes; a star allows every page but none called null")
    func others() {
        #expect(policy.allows(nil))
        #expect(OriginPolicy(["*"]).allows("https://evil.example"))
        #expect(!OriginPolicy(["*"]).allows("null"))
        #expect(OriginPolicy(["*"]) == .any)
        #expect(!OriginPolicy([String]()).allows("https://app.example.org"))
    }

    @Test("A foreign page is refused with 403 before the upgrade, a listed one is let in (F30)")
    func beforeTheUpgrade() async throws {
        try await EchoServer.with { server in
            for origin in ["https://evil.example", "null", "https://app.example.org.evil.io"] {
                let refusal = await #expect(throws: RawWebSocket.Refused.self) {
                    _ = try await RawWebSocket.connect(
                        port: server.port, path: "/guarded/echo", headers: [("Origin", origin)])
                }
                #expect(refusal?.response.status == 403)
            }
            for headers in [[("Origin", "https://app.example.org")], []] {
                let socket = try await RawWebSocket.connect(port: server.port, path: "/guarded/echo", headers: headers)
                await socket.end()
            }
            let twice = RawWebSocket.handshake(
                "/guarded/echo", headers: [("Origin", "https://app.example.org"), ("Origin", "https://evil.example")])
            let http = try await RawHTTP.connect(port: server.port)
            http.send(twice)
            #expect(try await http.response().status == 403)
            await http.close()
        }
    }
}
