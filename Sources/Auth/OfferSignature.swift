internal import Crypto

/// Proves that what is about to be sent to the main app is what was shown to the person: a keyed hash over it, made when
/// it was offered and checked before it is sent. Its key is derived from the token secret, and is no other's.
public struct OfferSignature: Sendable {
    private let key: SymmetricKey

    /// A signature of this deployment.
    public init(secret: String) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(secret.utf8)), info: Array("reho offer 1".utf8),
            outputByteCount: 32)
    }

    /// 64 hex digits over these bytes.
    public func text(over bytes: [UInt8]) -> String {
        HMAC<SHA256>.authenticationCode(for: bytes, using: key).hex
    }
}
