internal import Crypto

/// What Telegram sends with every update, so that we know it is Telegram: the header `X-Telegram-Bot-Api-Secret-Token`.
/// Without it anybody who finds the address could speak for anybody.
public struct WebhookSecret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The header it comes in.
    public static let headerName = "X-Telegram-Bot-Api-Secret-Token"
    /// Bytes Telegram takes; we ask for more than one, since one could be guessed.
    public static let lengths = 16...256

    /// What is wrong with a secret, in words that do not hold it.
    public enum Fault: String, Error, Sendable, Hashable, CaseIterable {
        /// Telegram refuses the character.
        case character
        case tooShort
        case tooLong

        /// A sentence for the operator.
        public var words: String {
            switch self {
            case .character: "the webhook's secret may hold only A-Z, a-z, 0-9, _ and -"
            case .tooShort: "the webhook's secret must have at least \(WebhookSecret.lengths.lowerBound) characters"
            case .tooLong: "the webhook's secret may have at most \(WebhookSecret.lengths.upperBound) characters"
            }
        }
    }

    /// For `setWebhook` alone.
    let secret: String

    /// Checks a secret.
    public init(_ text: String) throws(Fault) {
        guard text.utf8.allSatisfy(Self.isAllowed) else { throw .character }
        guard text.utf8.count >= Self.lengths.lowerBound else { throw .tooShort }
        guard text.utf8.count <= Self.lengths.upperBound else { throw .tooLong }
        secret = text
    }

    /// Whether a header's value is the secret. Both are hashed first and the digests compared in constant time, so how
    /// long it takes tells neither how much is right nor how long the secret is. A missing header is not the secret.
    public func matches(_ header: String?) -> Bool {
        guard let header, header.utf8.count <= Self.lengths.upperBound else { return false }
        return SHA256.hash(data: Array(header.utf8)) == SHA256.hash(data: Array(secret.utf8))
    }

    static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
        default: false
        }
    }

    /// Says only that there is one.
    public var description: String { "a webhook secret" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
