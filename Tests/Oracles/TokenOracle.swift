import Crypto
import Finance
import Foundation
import Ports

@testable import Auth

/// Bearer tokens. The first two bits of the choice say what the rest is: a token as it stands, a payload, a header and a
/// payload on the next line, or a payload that others sign.
///
/// 1. No text is accepted that does not end with the signature, by one of our secrets, of what is before it.
/// 2. A token in which a character was changed is refused, and so is one of another secret, or of one that has ended.
/// 3. What an accepted token says is what another reader of JSON finds in it.
struct TokenOracle: Sendable {
    private static let secret = "an oracle's own secret, 32 bytes"
    private static let old = "the secret that was before"
    private static let now = Date(timeIntervalSince1970: 1_776_700_000)
    private static let oldEnds = now + 100

    private let tokens: BearerTokens
    private let previous: BearerTokens
    private let stranger: BearerTokens

    init() async throws {
        tokens = try await BearerTokens(
            secret: Self.secret, previous: .init(secret: Self.old, validUntil: Self.oldEnds))
        previous = try await BearerTokens(secret: Self.old)
        stranger = try await BearerTokens(secret: "a secret of somebody else altogether")
    }

    func check(_ choice: UInt8, _ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        switch choice & 3 {
        case 0: try checkAny(text)
        case 1: try checkOwn(try tokens.seal(payload: text), place: choice >> 2)
        case 2:
            let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let payload = lines.count == 2 ? String(lines[1]) : ""
            try checkOwn(try tokens.seal(header: String(lines[0]), payload: payload), place: choice >> 2)
        default: try checkOthers(text)
        }
    }

    private func checkAny(_ token: String) throws {
        guard let claims = try? tokens.verify(token, at: Self.now) else { return }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        try BrokenPromise.unless(parts.count == 3, "accepted \(parts.count) parts")
        let signed = Data((parts[0] + "." + parts[1]).utf8)
        let isSigned = [Self.secret, Self.old].contains { secret in
            let key = SymmetricKey(data: Data(secret.utf8))
            let code = Data(HMAC<SHA256>.authenticationCode(for: signed, using: key))
            return code.base64EncodedString() == Self.plain(parts[2])
        }
        try BrokenPromise.unless(isSigned, "accepted without a signature: \(token)")
        try checkClaims(claims, Self.plain(parts[1]))
    }

    private func checkOwn(_ token: String, place: UInt8) throws {
        try checkAny(token)
        guard (try? tokens.verify(token, at: Self.now)) != nil else { return }
        var changed = Array(token.utf8)
        let index = Int(place) * changed.count / 64
        changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        let other = String(decoding: changed, as: UTF8.self)
        try BrokenPromise.unless((try? tokens.verify(other, at: Self.now)) == nil, "accepted after a change: \(other)")
        try BrokenPromise.unless(
            (try? stranger.verify(token, at: Self.now)) == nil, "another secret accepts \(token)")
    }

    private func checkOthers(_ payload: String) throws {
        let foreign = try stranger.seal(payload: payload)
        let strange = try? tokens.verify(foreign, at: Self.now)
        try BrokenPromise.unless(strange == nil, "accepted of a stranger: \(payload)")
        let earlier = try previous.seal(payload: payload)
        try checkAny(earlier)
        let late = try? tokens.verify(earlier, at: Self.oldEnds)
        try BrokenPromise.unless(late == nil, "accepted of a secret that has ended: \(payload)")
    }

    private func checkClaims(_ claims: BearerClaims, _ payload: String) throws {
        let read = Data(base64Encoded: payload).flatMap { try? JSONSerialization.jsonObject(with: $0) }
        guard let members = read as? [String: Any] else { throw BrokenPromise("accepted without claims: \(payload)") }
        let named = members["user_id"] as? String ?? ""
        let id = named.isEmpty ? members["id"] as? String : named
        try BrokenPromise.unless(claims.user.hex == id?.lowercased(), "\(claims.user) is not \(id ?? "there")")
        let isAdmin = members["role"] as? String == "ADMIN"
        try BrokenPromise.unless(claims.claimsAdmin == isAdmin, "admin: \(claims.claimsAdmin), and told \(isAdmin)")
        let end = (members["exp"] as? NSNumber)?.doubleValue ?? 0
        try BrokenPromise.unless(end + 30 > Self.now.timeIntervalSince1970, "accepted after its end: \(end)")
        try BrokenPromise.unless(claims.expiresAt.timeIntervalSince1970 == end, "ends at \(end)")
    }

    /// Base64 as others write it.
    private static func plain(_ part: Substring) -> String {
        let text = part.replacing("-", with: "+").replacing("_", with: "/")
        return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}
