internal import Crypto
public import Finance
internal import FoundationEssentials

/// Names for people in logs: the same person always has the same name, and nobody without the secret can tell whose it
/// is. User ids are not secret enough to hash bare: all of them could be tried.
public struct LogIDs: Sendable {
    private let key: SymmetricKey

    /// Names under a key that is derived from the signing secret and is of no use for signing.
    public init(secret: String) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(secret.utf8)), info: Array("reho log id 1".utf8),
            outputByteCount: 32)
    }

    /// 16 hex digits.
    public func name(of user: UserID) -> String {
        HMAC<SHA256>.authenticationCode(for: Array(user.hex.utf8), using: key).prefix(8).hex
    }

    /// A text for a purpose that is the same as long as the secret is, and that nobody without it can guess.
    public func salt(_ purpose: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Array("salt \(purpose)".utf8), using: key).hex
    }
}

extension Sequence<UInt8> {
    /// Two lower-case hex digits a byte.
    var hex: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
