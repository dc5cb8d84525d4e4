/// Why the database did not do what was asked. The words are ours alone: what the server or the library says may hold
/// key values, addresses or names of people, so none of it is passed on.
public struct MongoError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a caller can decide on.
    public enum Code: String, Sendable, CaseIterable {
        /// The connection address cannot be used.
        case badAddress
        /// Not reachable, the connection broke, or the server is changing its role.
        case unavailable
        /// No answer in time.
        case timeout
        /// Our own line for it is full or too slow.
        case busy
        /// The asking task was cancelled before its turn came.
        case cancelled
        /// A unique index holds the same key already.
        case duplicateKey
        /// Wrong credentials, or a right is missing.
        case notAuthorised
        /// The server will not do this, however often it is asked.
        case refused
        /// What came back is no document, or not the one expected.
        case malformed
        /// More documents or bytes than one call may bring.
        case tooLarge
        /// The client is shut down.
        case closed
    }

    /// Where it comes from, for the log.
    public enum Cause: Sendable, Hashable {
        /// The server answered with this error number.
        case server(Int)
        /// The C library failed with this domain and number; no answer came.
        case library(domain: Int, number: Int)
        /// The bytes that came back.
        case bytes(BSONError)
        /// A bound or a state of this client.
        case client
    }

    /// What kind of failure it is.
    public var code: Code
    /// What was tried and what happened, in our own words.
    public var message: String
    /// Where it comes from.
    public var cause: Cause
    /// 2 when a first try had failed on its way and may have been done nevertheless.
    public var attempts = 1

    init(_ code: Code, _ message: String, _ cause: Cause = .client) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    /// Code and words.
    public var description: String { "\(code.rawValue): \(message)" }

    /// Whether no answer came at all, which is what a circuit breaker counts.
    var isSilence: Bool {
        guard case .library = cause else { return false }
        return code == .unavailable || code == .timeout
    }
}
