import Hummingbird
import HummingbirdTesting
import TestServers
import Testing

@testable import Routes

@Suite struct AddressGateTests {
    private static func live(
        _ pace: Pace, _ test: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        var stage = try await Stage()
        stage.settings.limits.perAddress = pace
        let application = Application(router: Routes.router(stage.parts()), logger: stage.log.logger)
        try await application.test(.live) { client in
            guard let port = client.port else { throw WireError.ended }
            try await test(port)
        }
    }

    private static func status(_ path: String, _ port: Int, from address: String?) async throws -> Int {
        let headers = address.map { [("X-Forwarded-For", $0)] } ?? []
        return try await RawHTTP.request("GET", path, port: port, headers: headers).status
    }

    @Test("an address behind the proxy that asks too often is told to wait; others and probes are not")
    func perAddress() async throws {
        let asked = [
            ("/openapi.json", "203.0.113.7", 200), ("/openapi.json", "203.0.113.7", 200),
            ("/openapi.json", "203.0.113.7", 429), ("/chat/ws", "1.2.3.4, 203.0.113.7", 429),
            ("/health/ready", "203.0.113.7", 200), ("/openapi.json", "203.0.113.8", 200),
        ]
        try await Self.live(Pace(burst: 2, perSecond: 0.001)) { port in
            for (path, address, expected) in asked {
                let status = try await Self.status(path, port, from: address)
                #expect(status == expected, "\(path) from \(address)")
            }
        }
    }

    @Test("the machine itself is not counted")
    func local() async throws {
        try await Self.live(Pace(burst: 1, perSecond: 0.001)) { port in
            for _ in 0..<4 {
                let status = try await Self.status("/openapi.json", port, from: nil)
                #expect(status == 200)
            }
        }
    }
}
