/// Why a command has no answer. Its words name what happened and never repeat what was sent, since keys hold user ids;
/// the server's own text is kept out for the same reason ("ERR unknown command 'x', with args …").
public struct RedisError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a caller can decide on.
    public enum Code: Sendable, Hashable {
        /// Not connected, the connection broke, or the circuit is open.
        case unavailable
        /// No answer in time; the connection was given up.
        case timeout
        /// As many commands or bytes wait as may wait.
        case overloaded
        /// The command, or what came back, is larger than the settings allow.
        case oversized
        /// The server answered with an error.
        case server(Refusal)
        /// The caller's task was cancelled; the command may have been carried out.
        case cancelled
        /// The client was shut down.
        case shutdown
        /// The command cannot be sent on a shared connection.
        case unsupported
        /// The address cannot be understood.
        case invalidURL
    }

    /// Which error the server answered with, by the first word of its reply.
    public enum Refusal: String, Sendable, Hashable, CaseIterable {
        case loading = "LOADING"
        case outOfMemory = "OOM"
        case misconfigured = "MISCONF"
        case readOnly = "READONLY"
        case authenticationRequired = "NOAUTH"
        case wrongPassword = "WRONGPASS"
        case permissionDenied = "NOPERM"
        case wrongType = "WRONGTYPE"
        case moved = "MOVED"
        case busy = "BUSY"
        case unknownScript = "NOSCRIPT"
        case masterDown = "MASTERDOWN"
        case tooFewReplicas = "NOREPLICAS"
        case other = "ERR"

        /// Reads the first word of an error reply.
        public init(reply: String) {
            self = Refusal(rawValue: String(reply.prefix { $0 != " " })) ?? .other
        }
    }

    /// What happened.
    public var code: Code
    /// For the log and the operator.
    public var message: String

    /// An error of a code with words for the operator.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The label of the code, then the words.
    public var description: String { "\(code.label): \(message)" }

    static func refused(_ refusal: Refusal) -> RedisError {
        RedisError(.server(refusal), "redis answered \(refusal.rawValue)")
    }
    static let shutdown = RedisError(.shutdown, "the redis client was shut down")
    static let cancelled = RedisError(.cancelled, "the caller was cancelled")
}

extension RedisError.Code {
    /// One word, bounded in number, for a metric or a log line.
    public var label: String {
        switch self {
        case .unavailable: "unavailable"
        case .timeout: "timeout"
        case .overloaded: "overloaded"
        case .oversized: "oversized"
        case .server(let refusal): refusal.rawValue.lowercased()
        case .cancelled: "cancelled"
        case .shutdown: "shutdown"
        case .unsupported: "unsupported"
        case .invalidURL: "invalid_url"
        }
    }

    static let all: [RedisError.Code] =
        [.unavailable, .timeout, .overloaded, .oversized, .cancelled, .shutdown, .unsupported, .invalidURL]
        + RedisError.Refusal.allCases.map(RedisError.Code.server)
}
