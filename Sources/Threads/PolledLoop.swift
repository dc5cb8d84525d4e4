/// The work of a `LoopThread`: made on that thread, run on it, and dropped on it, so it needs no lock and no `Sendable`.
public protocol PolledLoop: AnyObject {
    /// Handles what has become ready and whatever is due, never blocks, and says what to sleep on next.
    func turn(ready: [Readiness], now: ContinuousClock.Instant) -> Sleep
}

/// What a loop sleeps on between two turns.
public enum Sleep: Sendable {
    /// Until one of these descriptors is ready, the instant has come, or somebody wakes the loop.
    case on([Interest], until: ContinuousClock.Instant?)
    /// No more turns: the thread ends.
    case ended
}

/// What a loop wants to know about one descriptor.
public struct Interest: Sendable, Hashable {
    /// Which one.
    public var descriptor: Int32
    /// Whether to be told that it can be read.
    public var reads: Bool
    /// Whether to be told that it can be written.
    public var writes: Bool

    /// An interest with every part given.
    public init(descriptor: Int32, reads: Bool, writes: Bool) {
        self.descriptor = descriptor
        self.reads = reads
        self.writes = writes
    }
}

/// What has become possible on one descriptor. An error or a hang-up counts as both, so that the owner runs into it.
public struct Readiness: Sendable, Hashable {
    /// Which one.
    public var descriptor: Int32
    /// Whether it can be read.
    public var canRead: Bool
    /// Whether it can be written.
    public var canWrite: Bool

    /// A readiness with every part given.
    public init(descriptor: Int32, canRead: Bool, canWrite: Bool) {
        self.descriptor = descriptor
        self.canRead = canRead
        self.canWrite = canWrite
    }
}
