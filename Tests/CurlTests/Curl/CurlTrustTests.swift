import Foundation
import TestServers
import Testing

@testable import Curl

/// A server that speaks TLS under a certificate of its own making, for the address 127.0.0.1 alone.
@Suite("Whom a request trusts", .timeLimit(.minutes(1)))
struct CurlTrustTests {
    /// Starts the server for as long as `body` takes; it is given the port and the certificate's file.
    private static func withServer(_ body: (Int, String) async throws -> Void) async throws {
        let own = try SelfSignedCertificate()
        let port = FreePort.next()
        let server = try await ChildProcess.start(
            "/usr/bin/env",
            [
                "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-cert", own.certificate.path, "-key",
                own.key.path, "-www", "-quiet",
            ], ready: .port(port))
        do {
            try await body(port, own.certificate.path)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    @Test("a certificate nobody vouches for ends the request, and so does one for another name")
    func untrusted() async throws {
        try await Self.withServer { port, certificate in
            let secret = [CurlHeader("Authorization", "Bearer CNRY")]
            let here = CurlRequest(.get, "https://127.0.0.1:\(port)/", headers: secret)
            let byName = CurlRequest(.get, "https://localhost:\(port)/", headers: secret)
            try await withCurl { curl in
                #expect(await code { _ = try await curl.response(to: here, upTo: 1 << 16) } == .tls)
            }
            var settings = CurlSettings()
            settings.certificateFile = certificate
            try await withCurl(settings) { curl async throws in
                #expect(try await curl.response(to: here, upTo: 1 << 16).head.status == 200)
                #expect(await code { _ = try await curl.response(to: byName, upTo: 1 << 16) } == .tls)
            }
        }
    }
}
