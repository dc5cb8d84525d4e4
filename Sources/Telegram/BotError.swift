public import Curl

/// Why a call of the Bot API came to nothing. The words are ours: never an address, which would hold the bot's token, nor
/// a chat's number, nor what Telegram or a proxy wrote.
public struct BotError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a caller can decide on.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// Telegram does not know the token (401, or 404 for one of the wrong shape).
        case unauthorised
        /// The person blocked the bot or is gone: drop the chat's link.
        case blocked
        /// 403 of another kind, or of a proxy: no reason to drop a link.
        case forbidden
        /// More than 4,096 units.
        case tooLong
        /// Nothing to be seen in the text.
        case emptyText
        case chatNotFound
        /// Refused as it is, in another way.
        case badRequest
        /// Too many messages, and the wait is longer than we wait.
        case rateLimited
        /// 5xx, as often as we tried.
        case serverFailed
        /// No connection: nothing was sent.
        case unreachable
        /// The request was on its way and no answer came: a message may have arrived. It is not sent again.
        case unanswered
        /// Not an answer of the Bot API.
        case malformed
        /// Our own bound on calls is reached.
        case busy
        case cancelled
        /// The client is closed.
        case closed
    }

    /// What went wrong.
    public var code: Code
    /// Words of our own for the operator.
    public var message: String
    /// The HTTP status, when there was one.
    public var status: Int?
    /// How long Telegram asked us to wait.
    public var retryAfter: Duration?
    /// The transfer's failure below, when there was one.
    public var cause: CurlError?

    /// An error of a code with words for the operator.
    public init(
        _ code: Code, _ message: String, status: Int? = nil, retryAfter: Duration? = nil, cause: CurlError? = nil
    ) {
        self.code = code
        self.message = message
        self.status = status
        self.retryAfter = retryAfter
        self.cause = cause
    }

    /// Code and words.
    public var description: String { "\(code.rawValue): \(message)" }

    /// Whether the chat can never be written to again, so that its link is to be dropped.
    public var dropsLink: Bool { code == .blocked }

    static let cancelled = BotError(.cancelled, "the call was cancelled")

    /// A failed transfer. Only what can arise from nothing but the time before the first byte is `unreachable`.
    init(_ cause: CurlError) {
        self.init(Self.code(of: cause.code), cause.message, cause: cause)
    }

    private static func code(of code: CurlError.Code) -> Code {
        switch code {
        case .resolve, .connect, .connectTimeout, .tls: .unreachable
        case .firstByteTimeout, .idleTimeout, .totalTimeout, .cut, .badRequest, .failed: .unanswered
        case .badResponse, .tooLarge: .malformed
        case .busy: .busy
        case .cancelled: .cancelled
        case .closed: .closed
        }
    }
}
