public import FoundationEssentials
public import Ports

/// What every conversation needs from outside.
public struct ChatPorts: Sendable {
    public var identity: Identity
    /// Reads afresh: never a cached snapshot, so that a record just created is in the very next answer.
    public var snapshots: Snapshots
    public var conversations: Conversations
    public var completions: Completions
    public var bus: Bus
    /// Wall clock for stored times and as-of.
    public var now: @Sendable () -> Date
    /// Clock for deadlines; a test clock in tests.
    public var clock: any Clock<Duration>

    /// Ports with every part given.
    public init(
        identity: Identity, snapshots: Snapshots, conversations: Conversations, completions: Completions, bus: Bus,
        now: @escaping @Sendable () -> Date, clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.identity = identity
        self.snapshots = snapshots
        self.conversations = conversations
        self.completions = completions
        self.bus = bus
        self.now = now
        self.clock = clock
    }
}
