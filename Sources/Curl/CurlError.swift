/// Why a transfer failed. The words are ours or libcurl's fixed ones: never an address, a header or a key.
public struct CurlError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a caller can decide on.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The request cannot be sent as it is.
        case badRequest
        /// The name has no address.
        case resolve
        /// Nobody listens there.
        case connect
        case connectTimeout
        /// No trusted connection.
        case tls
        case firstByteTimeout
        case idleTimeout
        case totalTimeout
        /// The connection ended before the response did.
        case cut
        /// What came is not HTTP.
        case badResponse
        /// A head or body beyond its limit.
        case tooLarge
        /// As many transfers as allowed are running.
        case busy
        case cancelled
        /// The client is shut down.
        case closed
        /// libcurl could not do its work, for instance for want of memory.
        case failed
    }

    /// What went wrong.
    public var code: Code
    /// For the log and the operator.
    public var message: String

    /// An error of a code with words for the operator.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Code and words.
    public var description: String { "\(code.rawValue): \(message)" }

    static let cancelled = CurlError(.cancelled, "the request was cancelled")
    static let closed = CurlError(.closed, "the client is shut down")
}
