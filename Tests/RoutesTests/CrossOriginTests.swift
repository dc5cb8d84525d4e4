import Hummingbird
import HummingbirdTesting
import Testing

@testable import Routes

@Suite struct CrossOriginTests {
    @Test("a listed page may read answers, refusals too, with credentials and never by a star")
    func listed() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            for path in ["/health", "/nothing", "/chat/conversations"] {
                let headers = try await client.send(.get, path, [.origin: "https://app.example.org"]).headers
                #expect(headers[.accessControlAllowOrigin] == "https://app.example.org")
                #expect(headers[.accessControlAllowCredentials] == "true")
                #expect(headers[.accessControlExposeHeaders] == "X-Request-ID, Retry-After")
                #expect(headers[.vary] == "Origin")
            }
        }
    }

    @Test(
        "another page may not, however alike its origin",
        arguments: [
            "https://evil.example", "null", "https://app.example.org.evil.io", "https://xapp.example.org",
            "http://app.example.org", "https://app.example.org:8443", "https://app.example.or", "*", "",
        ])
    func others(origin: String) async throws {
        let stage = try await Stage()
        try await stage.run { client in
            let answer = try await client.send(.get, "/health", [.origin: origin])
            #expect(answer.headers[.accessControlAllowOrigin] == nil)
            #expect(answer.headers[.accessControlAllowCredentials] == nil)
            #expect(answer.headers[.vary] == "Origin")
            let preflight = try await client.send(
                .options, "/chat/ticket", [.origin: origin, .accessControlRequestMethod: "POST"])
            #expect(preflight.status == .forbidden)
            #expect(preflight.headers[.accessControlAllowMethods] == nil)
        }
    }

    @Test("a preflight of a listed page is answered without a token")
    func preflight() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            let answer = try await client.send(
                .options, "/chat/conversations/x",
                [.origin: "https://app.example.org", .accessControlRequestMethod: "PATCH"])
            #expect(answer.status == .noContent)
            #expect(answer.headers[.accessControlAllowMethods] == "GET, POST, PUT, PATCH, DELETE")
            #expect(answer.headers[.accessControlAllowHeaders]?.contains("Authorization") == true)
            #expect(answer.headers[.accessControlAllowOrigin] == "https://app.example.org")
        }
    }

    @Test("without an origin nothing is said about origins")
    func none() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            let headers = try await client.send(.get, "/health").headers
            #expect(headers[.vary] == nil)
            #expect(headers[.accessControlAllowOrigin] == nil)
        }
    }
}
