public import Curl

/// Why there is no answer, or no more of it.
public struct OpenAIError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a caller can decide on.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The key is wrong (401).
        case unauthorised
        /// The key may not do this (403).
        case forbidden
        /// No such model or address (404).
        case notFound
        /// The request is refused as it is.
        case badRequest
        /// The prompt is longer than the model can read.
        case contextTooLong
        /// Too many requests or tokens; may pass.
        case rateLimited
        /// The account has no money or no allowance left; does not pass by waiting.
        case quota
        /// 409.
        case conflict
        /// 408: the provider waited too long for us.
        case serverTimeout
        /// 5xx, or an error inside the stream.
        case serverFailed
        /// 503 and 529.
        case overloaded
        /// No connection, or it ended before the response began.
        case unreachable
        case connectTimeout
        case firstByteTimeout
        /// Nothing came for too long in the middle.
        case stalled
        /// The whole turn took too long.
        case overTime
        /// The stream ended without saying why.
        case brokenOff
        /// Not a stream of chunks as we know them.
        case malformed
        /// An answer without a word in it.
        case empty
        /// Our own bound on transfers is reached.
        case busy
        case cancelled
        /// The client is shut down.
        case closed
    }

    /// What went wrong.
    public var code: Code
    /// Words of our own for the operator.
    public var message: String
    /// The HTTP status, when there was one that mattered.
    public var status: Int?
    /// How long the provider asked us to wait.
    public var retryAfter: Duration?
    /// The provider's own words: short, on one line, without keys or addresses, but perhaps with parts of the prompt.
    /// For an operator who asks; never for a person and never for the log.
    public var note: String?
    /// The transfer's failure below, when there was one.
    public var cause: CurlError?

    /// An error of a code with words for the operator.
    public init(
        _ code: Code, _ message: String, status: Int? = nil, retryAfter: Duration? = nil, note: String? = nil,
        cause: CurlError? = nil
    ) {
        self.code = code
        self.message = message
        self.status = status
        self.retryAfter = retryAfter
        self.note = note
        self.cause = cause
    }

    /// Code and words, without the provider's.
    public var description: String { "\(code.rawValue): \(message)" }

    /// A failed transfer, as seen before the end of an answer.
    public init(_ cause: CurlError) {
        self.init(OpenAIError.code(of: cause.code), cause.message, cause: cause)
    }

    private static func code(of code: CurlError.Code) -> Code {
        switch code {
        case .badRequest: .badRequest
        case .resolve, .connect, .tls, .cut: .unreachable
        case .connectTimeout: .connectTimeout
        case .firstByteTimeout: .firstByteTimeout
        case .idleTimeout: .stalled
        case .totalTimeout: .overTime
        case .badResponse, .tooLarge: .malformed
        case .busy: .busy
        case .cancelled: .cancelled
        case .closed: .closed
        case .failed: .unreachable
        }
    }
}
