public import Finance
public import FoundationEssentials
internal import JWTKit
public import Ports

/// Bearer tokens of the main backend: HS256 and nothing else, under one secret and, for a while after a change, the one
/// before it.
///
/// The algorithm is fixed by the key made here; jwt-kit knows others, none of which is ever registered.
public struct BearerTokens: Sendable {
    /// A secret that is on its way out.
    public struct Previous: Sendable {
        /// The secret before the present one.
        public var secret: String
        /// From then on its tokens are refused.
        public var validUntil: Date

        /// A secret and its end.
        public init(secret: String, validUntil: Date) {
            self.secret = secret
            self.validUntil = validUntil
        }
    }

    private let current: any JWTAlgorithm
    private let previous: (key: any JWTAlgorithm, validUntil: Date)?
    private let limits: BearerLimits

    /// Keys from secrets that `SecretRules` has passed.
    public init(secret: String, previous: Previous? = nil, limits: BearerLimits = BearerLimits()) async throws {
        current = try await Self.key(secret)
        if let previous {
            self.previous = (try await Self.key(previous.secret), previous.validUntil)
        } else {
            self.previous = nil
        }
        self.limits = limits
    }

    /// Whether a token is good at this instant, and what it says. Never asks anything outside the process.
    public func verify(_ token: String, at now: Date) throws(IdentityError) -> BearerClaims {
        guard !token.isEmpty else { throw .missing }
        guard let parts = SignedText(token), isSigned(parts, at: now) else { throw .invalid }
        return try BearerClaims(payload: parts.payload, at: now, limits: limits)
    }

    /// A token for development, as the main backend would issue it.
    public func mint(user: UserID, role: Person.Role, at now: Date, lifetime: Duration) throws -> String {
        let issued = Int64(now.timeIntervalSince1970)
        let times = #""iat":\#(issued),"exp":\#(issued + lifetime.components.seconds)"#
        return try seal(payload: #"{"id":"\#(user.hex)","role":"\#(role.rawValue)",\#(times)}"#)
    }

    /// The compact form of a header and a payload, signed with the present secret whatever they say.
    func seal(header: String = #"{"alg":"HS256","typ":"JWT"}"#, payload: String) throws -> String {
        let signed = Base64URL.encode(header.utf8) + "." + Base64URL.encode(payload.utf8)
        return signed + "." + Base64URL.encode(try current.sign(Array(signed.utf8)))
    }

    private func isSigned(_ parts: SignedText, at now: Date) -> Bool {
        if Self.holds(current, parts) { return true }
        guard let previous, now < previous.validUntil else { return false }
        return Self.holds(previous.key, parts)
    }

    private static func holds(_ key: any JWTAlgorithm, _ parts: SignedText) -> Bool {
        (try? key.verify(parts.signature, signs: parts.signed)) ?? false
    }

    /// HMAC pads a short key with zero bytes itself (RFC 2104), so padding it here changes no signature; jwt-kit would
    /// otherwise trap in debug builds on the 16–31 byte secrets that old deployments still have.
    private static func key(_ secret: String) async throws -> any JWTAlgorithm {
        var bytes = Array(secret.utf8)
        bytes.append(contentsOf: [UInt8](repeating: 0, count: max(0, 32 - bytes.count)))
        return try await JWTKeyCollection().add(hmac: HMACKey(from: bytes), digestAlgorithm: .sha256).getKey()
    }
}
