public import Coaching
public import Finance
public import FoundationEssentials
public import Inbox
public import Ports
public import Proposals

/// What every conversation needs from outside.
public struct ChatPorts: Sendable {
    /// Proves who is calling.
    public var identity: Identity
    /// Reads afresh: never a cached snapshot, so that a record just created is in the very next answer.
    public var snapshots: Snapshots
    /// Stored history.
    public var conversations: Conversations
    /// What answers.
    public var completions: Completions
    /// Published groups of people with a similar income.
    public var peerGroups: PeerGroups
    /// What we tell people of our own accord.
    public var inbox: Inbox
    /// Guided conversations, and what people told about themselves.
    public var coaching: Coaching
    /// Offers to write in the main app; nil where it cannot be reached.
    public var proposals: Proposals?
    /// How instances tell each other.
    public var bus: Bus
    /// What the store could not take.
    public var outbox: Outbox
    /// Who else lives, and what those who died left.
    public var instances: Instances
    /// Wall clock for stored times and as-of.
    public var now: @Sendable () -> Date
    /// Clock for deadlines; a test clock in tests.
    public var clock: any Clock<Duration>
    /// A one-way name of a person, for the log and the model's provider; the program gives a keyed hash.
    public var pseudonym: @Sendable (UserID) -> String

    /// Ports with every part given.
    public init(
        identity: Identity, snapshots: Snapshots, conversations: Conversations, completions: Completions, bus: Bus,
        peerGroups: PeerGroups = .none, inbox: Inbox = .none, coaching: Coaching = .none,
        proposals: Proposals? = nil, instances: Instances = .alone,
        outbox: Outbox = .none,
        now: @escaping @Sendable () -> Date, clock: any Clock<Duration> = ContinuousClock(),
        pseudonym: @escaping @Sendable (UserID) -> String = { String(UInt($0.hashValue.magnitude), radix: 36) }
    ) {
        self.identity = identity
        self.snapshots = snapshots
        self.conversations = conversations
        self.completions = completions
        self.peerGroups = peerGroups
        self.inbox = inbox
        self.coaching = coaching
        self.proposals = proposals
        self.bus = bus
        self.instances = instances
        self.outbox = outbox
        self.now = now
        self.clock = clock
        self.pseudonym = pseudonym
    }
}
