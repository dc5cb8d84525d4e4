import Hummingbird
import HummingbirdTesting
import Testing

@testable import Routes

@Suite struct ChatPageRouteTests {
    private static func page(demoToken: (@Sendable () -> String?)? = nil) async throws -> (text: String, policy: String)
    {
        var stage = try await Stage()
        stage.demoToken = demoToken
        return try await stage.run { client in
            let answer = try await client.send(.get, "/")
            return (answer.text, answer.headers[.contentSecurityPolicy] ?? "")
        }
    }

    @Test("only what carries this answer's nonce runs, and it may speak only to the host it came from")
    func policy() async throws {
        let (text, policy) = try await Self.page()
        let nonce = try #require(policy.split(separator: "'nonce-").dropFirst().first?.prefix { $0 != "'" })
        #expect(nonce.count >= 20)
        #expect(
            policy == "default-src 'none'; script-src 'nonce-\(nonce)'; style-src 'nonce-\(nonce)'; "
                + "connect-src 'self' ws://localhost wss://localhost; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'none'")
        #expect(text.contains("<script nonce=\"\(nonce)\">"))
        #expect(text.contains("<style nonce=\"\(nonce)\">"))
        #expect(text.split(separator: "<script").count == 2)
        #expect(try await Self.page().policy != policy)
    }

    @Test("it is one file: nothing from elsewhere, nothing inline that the policy would stop, no place left unfilled")
    func selfContained() async throws {
        let text = try await Self.page().text
        for word in [
            "src=", "href=", "@import", "url(", "http://", "https://", " style=", " onclick=", "{{", "innerHTML",
        ] {
            #expect(!text.contains(word), "the page holds \(word)")
        }
        for word in ["lang=\"en-GB\"", "name=\"viewport\"", "aria-live=\"polite\"", "<label", "reho.v2", "afterSeq"] {
            #expect(text.contains(word), "the page lacks \(word)")
        }
        #expect(!text.contains("localStorage") && !text.contains("sessionStorage") && !text.contains("document.cookie"))
    }

    @Test("a token is in the page only on demo data, and only if it is one")
    func token() async throws {
        #expect(try await Self.page().text.contains("value=\"\""))
        #expect(try await Self.page(demoToken: { nil }).text.contains("value=\"\""))
        #expect(try await Self.page(demoToken: { "aa.bb-_.cc" }).text.contains("value=\"aa.bb-_.cc\""))
        #expect(try await Self.page(demoToken: { "\"><script>" }).text.contains("value=\"\""))
    }

    @Test("a host that is no plain host does not get into the policy")
    func host() {
        let nonce = PageNonce()
        #expect(nonce.policy(connecting: "a.example:8000").contains("ws://a.example:8000"))
        #expect(!nonce.policy(connecting: "a; script-src *").contains("script-src *"))
        #expect(nonce.policy(connecting: nil).contains("connect-src 'none'"))
    }
}
