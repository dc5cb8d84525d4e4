/// Why something outside could not be had. The only error a port throws; adapters translate into it.
public struct PortError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a caller can decide on.
    public enum Code: String, Sendable, CaseIterable {
        /// Not reachable, or it failed; may work later.
        case unavailable
        /// It did not answer in time.
        case timeout
        /// A bound of ours is reached (queue, pool); try again shortly.
        case busy
        /// Another write was there first.
        case conflict
        case notFound
        /// It refused what we sent; sending it again will not help.
        case refused
        /// The provider's quota or rate limit; see `retryAfter`.
        case limited
        /// A spending cap of ours is reached; `retryAfter` says when it starts afresh, where it does.
        case capped
        /// What came back cannot be understood.
        case malformed
        case cancelled
    }

    /// What a caller can decide on.
    public var code: Code
    /// For the log and the operator; never shown to a person, never holds amounts, messages, tokens or addresses.
    public var message: String
    /// How long the other side asked us to wait.
    public var retryAfter: Duration?

    /// An error of a code with words for the operator.
    public init(_ code: Code, _ message: String, retryAfter: Duration? = nil) {
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
    }

    /// Code and words.
    public var description: String { "\(code.rawValue): \(message)" }
    /// Whether the same call may succeed later.
    public var isRetryable: Bool {
        switch code {
        case .unavailable, .timeout, .busy, .limited: true
        case .capped, .conflict, .notFound, .refused, .malformed, .cancelled: false
        }
    }
}
