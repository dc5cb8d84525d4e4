/// What the operator may change about outgoing HTTP, and what protects us from the other side.
public struct CurlSettings: Sendable, Hashable {
    /// What the thread is called in process lists, at most 15 bytes.
    public var threadName = "curl"
    /// Transfers at one time; one more fails with `busy`.
    public var maxTransfers = 512
    /// Idle connections kept for the next request.
    public var maxIdleConnections = 64
    /// Bytes of a response's head; a longer one fails with `tooLarge`.
    public var maxHeaderBytes = 64 << 10
    /// Bytes that wait for a slow reader of a body. From there on the transfer is paused until half of them are read.
    public var maxBufferedBytes = 64 << 10
    /// How long a transfer that was left before its end may take to end by itself, so that its connection can be used
    /// again.
    public var drainTime = Duration.milliseconds(200)
    /// How much it may still send in that time.
    public var maxDrainBytes = 64 << 10
    /// Whether the server must prove its name. Off only against a test server.
    public var verifiesCertificates = true
    /// A file of certificates to trust instead of the system's.
    public var certificateFile: String?
    /// Over TLS only. Off by default: a paused HTTP/2 stream buffers up to 32 MiB inside libcurl, while a paused
    /// HTTP/1.1 connection stops the sender.
    public var allowsHTTP2 = false

    /// The defaults.
    public init() {}
}

/// How long each part of one transfer may take.
public struct CurlDeadlines: Sendable, Hashable {
    /// Name, connection and TLS.
    public var connect: Duration
    /// From the start to the whole head of the response.
    public var firstByte: Duration
    /// Between two pieces of the body. Time in which we do not read does not count.
    public var idle: Duration
    /// From the start to the end.
    public var total: Duration

    /// Deadlines with the usual values for an answer that is streamed.
    public init(
        connect: Duration = .seconds(5), firstByte: Duration = .seconds(20), idle: Duration = .seconds(30),
        total: Duration = .seconds(120)
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
        self.total = total
    }
}
