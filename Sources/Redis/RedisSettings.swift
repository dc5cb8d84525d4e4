public import Threads

/// Where Redis is and what it may cost us.
public struct RedisSettings: Sendable, Hashable {
    /// Where it listens.
    public enum Address: Sendable, Hashable {
        /// A name or a literal address, and a port.
        case host(String, port: Int)
        /// A socket file.
        case unix(path: String)
    }

    /// Where it listens.
    public var address: Address
    /// ACL user; nil means the default one.
    public var user: String?
    /// Nil when none is asked for.
    public var password: String?
    /// Which of its numbered databases.
    public var database = 0
    /// From the call to the answer; a connection that misses it is given up.
    public var commandTimeout = Duration.milliseconds(50)
    /// From the look-up of the name to a connection that answers.
    public var connectTimeout = Duration.seconds(1)
    /// How long to wait before the next attempt to connect.
    public var backoff = Backoff.Settings()
    /// When to stop asking a Redis that connects but does not answer.
    public var breaker = CircuitBreaker.Settings()
    /// What is held in memory at most.
    public var limits = RedisLimits()

    /// Settings for an address; everything else has the operator's defaults.
    public init(address: Address) { self.address = address }
}

/// What one client holds in memory at most.
public struct RedisLimits: Sendable, Hashable {
    /// Commands sent or waiting to be sent.
    public var commands = 4_096
    /// Bytes of these commands.
    public var queuedBytes = 32 << 20
    /// Bytes of one command's arguments.
    public var commandBytes = 4 << 20
    /// Bytes of one reply that is still arriving.
    public var replyBytes = 8 << 20
    /// Standing subscriptions.
    public var subscriptions = 20_000

    /// The defaults.
    public init() {}
}

/// Never prints the password, whoever prints the settings.
extension RedisSettings: CustomStringConvertible, CustomReflectable {
    /// Where it is and nothing secret.
    public var description: String {
        switch address {
        case .host(let host, let port): "redis://\(host):\(port)/\(database)"
        case .unix(let path): "unix://\(path)?db=\(database)"
        }
    }
    /// The same for debuggers and dumps.
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}
