import Crypto
import Foundation

/// The main backend's tokens: compact, HS256, with `id`, `role`, `email`, `iat` and `exp` (contract 3.1).
enum FakeToken {
    struct Claims: Codable {
        var id: String
        var role: String
        var email: String?
        var iat: Int?
        var exp: Int
    }

    static func signed(_ claims: Claims, secret: String) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let head = text(of: Data(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
        let signed = head + "." + text(of: try encoder.encode(claims))
        return signed + "." + text(of: Data(proof(signed, secret)))
    }

    /// The claims of a token that is whole, signed with the secret and not over; else nil.
    static func verified(_ token: String, secret: String, at now: Date) -> Claims? {
        struct Head: Decodable { var alg: String }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let head = bytes(of: parts[0]), let body = bytes(of: parts[1]),
            let signature = bytes(of: parts[2]),
            (try? JSONDecoder().decode(Head.self, from: head))?.alg == "HS256",
            HMAC<SHA256>.isValidAuthenticationCode(
                signature, authenticating: Data("\(parts[0]).\(parts[1])".utf8), using: key(secret)),
            let claims = try? JSONDecoder().decode(Claims.self, from: body)
        else { return nil }
        return Double(claims.exp) > now.timeIntervalSince1970 ? claims : nil
    }

    private static func key(_ secret: String) -> SymmetricKey { SymmetricKey(data: Data(secret.utf8)) }

    private static func proof(_ text: String, _ secret: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key(secret))
    }

    private static func text(of data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    private static func bytes(of text: String) -> Data? {
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
