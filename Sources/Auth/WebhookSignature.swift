internal import Crypto
internal import FoundationEssentials

/// Proof that a message to the main backend is ours and as we sent it, in the headers of the Standard Webhooks
/// specification: HMAC-SHA256 over `id.timestamp.body`. The receiver refuses old timestamps and ids it has seen.
public struct WebhookSignature: Sendable {
    private let key: SymmetricKey

    /// Signatures under a shared secret, taken as its UTF-8 bytes.
    public init(secret: String) { key = SymmetricKey(data: Array(secret.utf8)) }

    /// The headers that go with a body; `seconds` is Unix time.
    public func headers(id: String, seconds: Int64, body: [UInt8]) -> [(name: String, value: String)] {
        let signed = Array("\(id).\(seconds).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
        return [
            ("webhook-id", id), ("webhook-timestamp", String(seconds)),
            ("webhook-signature", "v1," + Data(code).base64EncodedString()),
        ]
    }
}
