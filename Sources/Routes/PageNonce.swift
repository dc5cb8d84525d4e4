internal import Hummingbird

/// A word that only this one answer's scripts and styles know, so that nothing a person typed can ever run.
struct PageNonce: Sendable {
    let text: String

    init() {
        var random = SystemRandomNumberGenerator()
        text = (0..<4).map { _ in String(random.next() as UInt64, radix: 36) }.joined()
    }

    /// Nothing but what carries the nonce; connections only to the host that served the page. The sockets are named
    /// besides `'self'` because older browsers do not count them to it.
    func policy(connecting authority: String?) -> String {
        var connect = "'none'"
        if let authority {
            connect = "'self'" + (Self.isPlain(authority) ? " ws://\(authority) wss://\(authority)" : "")
        }
        return "default-src 'none'; script-src 'nonce-\(text)'; style-src 'nonce-\(text)'; connect-src \(connect); "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }

    private static func isPlain(_ authority: String) -> Bool {
        authority.utf8.count <= 255
            && authority.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-:[]".contains($0)) }
    }
}

extension Response {
    /// With its own content policy instead of the strict one of every answer.
    func with(policy: String) -> Response {
        var response = self
        response.headers[.contentSecurityPolicy] = policy
        return response
    }
}
