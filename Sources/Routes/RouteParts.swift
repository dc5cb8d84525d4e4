public import Chat
public import Coaching
public import Finance
public import FoundationEssentials
public import Inbox
public import Ports
public import Prompts
public import Proposals
public import Server

/// Everything the routes are made of.
public struct RouteParts: Sendable {
    /// Who is calling.
    public var identity: Identity
    /// Stored chat history.
    public var conversations: Conversations
    /// Snapshots that may be a little old.
    public var snapshots: Snapshots
    /// Snapshots read at this moment.
    public var freshSnapshots: Snapshots
    /// Reports, alerts, calculations, groups and triage.
    public var stores: RouteStores
    /// What we tell people of our own accord.
    public var inbox: Inbox
    /// Guided conversations, and what people told about themselves.
    public var coaching: Coaching
    /// Offers to write in the main app; nil where it cannot be reached.
    public var proposals: Proposals?
    /// A model's eyes for receipts; nil where no model is.
    public var receipts: Receipts?
    /// Private Telegram chats; nil where nobody set them up.
    public var telegram: TelegramDoor?
    /// Ends what runs for a person and removes everything held of them, caches included; gives how many documents.
    public var forget: @Sendable (UserID) async throws(PortError) -> Int
    /// Says a report in a model's words that passed the checks; nil from it keeps our words, and nil where no model is.
    public var reword: (@Sendable (Report, Snapshot) async -> Report?)?
    /// Tells the night shift that a run is wanted; without it, it finds out a little later.
    public var wake: @Sendable () async -> Void
    /// What readiness asks.
    public var dependencies: [Dependency]
    /// Where sockets go.
    public var desk: Desk
    /// Which pages may call us.
    public var origins: OriginPolicy
    /// A person's name in logs.
    public var logName: @Sendable (UserID) -> String
    /// What the operator sets.
    public var settings: RouteSettings
    /// The page of `GET /metrics`.
    public var metricsText: @Sendable () -> String
    /// A token to fill the chat page with; only on demo data, where it opens nothing of anyone's.
    public var demoToken: (@Sendable () -> String?)?
    /// True from the moment the service goes away.
    public var isDraining: @Sendable () -> Bool
    /// Wall clock.
    public var now: @Sendable () -> Date
    /// Clock for limits and latencies.
    public var clock: any Clock<Duration>

    /// Parts with every port given.
    public init(
        identity: Identity, conversations: Conversations, snapshots: Snapshots, freshSnapshots: Snapshots,
        stores: RouteStores, inbox: Inbox, coaching: Coaching = .none, proposals: Proposals? = nil,
        receipts: Receipts? = nil,
        telegram: TelegramDoor? = nil,
        forget: @escaping @Sendable (UserID) async throws(PortError) -> Int,
        reword: (@Sendable (Report, Snapshot) async -> Report?)? = nil,
        wake: @escaping @Sendable () async -> Void = {}, dependencies: [Dependency],
        desk: Desk, origins: OriginPolicy,
        logName: @escaping @Sendable (UserID) -> String, settings: RouteSettings = RouteSettings(),
        metricsText: @escaping @Sendable () -> String = { "" }, demoToken: (@Sendable () -> String?)? = nil,
        isDraining: @escaping @Sendable () -> Bool = { false }, now: @escaping @Sendable () -> Date,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.identity = identity
        self.conversations = conversations
        self.snapshots = snapshots
        self.freshSnapshots = freshSnapshots
        self.stores = stores
        self.inbox = inbox
        self.coaching = coaching
        self.proposals = proposals
        self.receipts = receipts
        self.telegram = telegram
        self.forget = forget
        self.reword = reword
        self.wake = wake
        self.dependencies = dependencies
        self.desk = desk
        self.origins = origins
        self.logName = logName
        self.settings = settings
        self.metricsText = metricsText
        self.demoToken = demoToken
        self.isDraining = isDraining
        self.now = now
        self.clock = clock
    }
}
