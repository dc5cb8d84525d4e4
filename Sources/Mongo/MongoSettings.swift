internal import Threads

/// What the operator sets and what protects us. Nothing here prints the address: it may hold a password.
public struct MongoSettings: Sendable, CustomStringConvertible {
    /// What one call may bring at most; more is an error, never a shorter list.
    public struct Limits: Sendable, Hashable {
        /// Documents of one answer.
        public var documents: Int
        /// Bytes of one answer.
        public var bytes: Int

        /// Limits with both parts given.
        public init(documents: Int = 100_000, bytes: Int = 64 * 1024 * 1024) {
            self.documents = documents
            self.bytes = bytes
        }
    }

    /// A `mongodb://` or `mongodb+srv://` address.
    public var address: String
    /// The database's name.
    public var database: String
    /// Threads and connections: one number, so that a job never waits on a thread for a connection.
    public var threads = 8
    /// Calls that may wait for a thread; one more is refused as busy.
    public var queue = 256
    /// How long a call may wait for a thread.
    public var wait: Duration = .seconds(2)
    /// How long to look for a server.
    public var selection: Duration = .seconds(2)
    /// How long to connect.
    public var connect: Duration = .seconds(2)
    /// How long to wait for bytes.
    public var socket: Duration = .seconds(2)
    /// How often the library looks at each server. Shorter than `selection`, so that a server that has become the primary
    /// again is found by the first call that looks for one.
    public var heartbeat: Duration = .seconds(1)
    /// How long the server itself may work on one read.
    public var serverTime: Duration = .milliseconds(1_500)
    /// How long one read may take with all its batches.
    public var read: Duration = .seconds(4)
    /// A call that failed on its way within this time is tried a second time: the usual case is a connection that died
    /// while it was idle. A slower failure would make its caller wait twice.
    public var retryWithin: Duration = .milliseconds(500)
    /// What one call may bring.
    public var limits = Limits()
    /// How long a database that did not answer is left alone before one call tries again. Shorter than the breaker's
    /// usual rest, so that five seconds after a server is back, so are we.
    public var rest: Duration = .seconds(4)

    /// Settings for one database; every limit has a default.
    public init(address: String, database: String) {
        self.address = address
        self.database = database
    }

    var breaker: CircuitBreaker.Settings { CircuitBreaker.Settings(rest: rest) }

    /// The database's name alone.
    public var description: String { "MongoDB database \(database)" }
}

extension Duration {
    /// Whole milliseconds, as the C library counts.
    var milliseconds: Int32 {
        let parts = components
        return Int32(clamping: parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000)
    }
}
