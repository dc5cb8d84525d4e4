public import Analyses
public import Finance
public import FoundationEssentials
public import Ports
public import Prompts

/// What the night needs from outside.
public struct NightPorts: Sendable {
    /// The population.
    public var people: People
    /// Their records, many at a time.
    public var reads: NightReads
    /// What is remembered of them.
    public var state: PersonalState
    /// Where results go, many at a time.
    public var writes: NightWrites
    /// Runs wanted and past.
    public var runs: Runs
    /// The right to run.
    public var leases: Leases
    /// Groups of like people.
    public var peerGroups: PeerGroups
    /// The model that suggests categories.
    public var categoryModels: CategoryModels
    /// Everything held, for what has to go.
    public var holdings: Holdings
    /// Stored reports, for wording them.
    public var reports: Reports
    /// Asks a model to word a report; nil when there is none. Its cost in tokens comes back with the words.
    public var reword: (@Sendable (Report, Snapshot) async -> Rewording)?
    /// Whether people chat so much that the night should keep off the model.
    public var isChatBusy: @Sendable () -> Bool
    /// Ends what a person still has running here and elsewhere before they are forgotten.
    public var forget: @Sendable (UserID) async throws(PortError) -> Int
    /// An id for a cohort's member that says nothing about who it is.
    public var memberID: @Sendable (UserID) -> String
    /// Who gets no messages in a week, so that it can be told what messages do.
    public var holdOut: HoldOut
    /// Tells whoever is connected that there is something new for these people.
    public var announce: @Sendable ([UserID]) async -> Void
    /// Wall clock.
    public var now: @Sendable () -> Date
    /// Clock for pauses, the lease and the deadline: it does not jump.
    public var clock: any Clock<Duration>

    /// What came of asking a model for words.
    public struct Rewording: Sendable {
        /// The report in its words; nil when ours stand.
        public var report: Report?
        /// What it took.
        public var tokens: Int

        /// Both parts.
        public init(report: Report?, tokens: Int) {
            self.report = report
            self.tokens = tokens
        }
    }

    /// Ports with every part given.
    public init(
        people: People, reads: NightReads, state: PersonalState, writes: NightWrites, runs: Runs, leases: Leases,
        peerGroups: PeerGroups, categoryModels: CategoryModels, holdings: Holdings, reports: Reports,
        reword: (@Sendable (Report, Snapshot) async -> Rewording)? = nil,
        isChatBusy: @escaping @Sendable () -> Bool = { false },
        forget: @escaping @Sendable (UserID) async throws(PortError) -> Int,
        memberID: @escaping @Sendable (UserID) -> String, holdOut: HoldOut,
        announce: @escaping @Sendable ([UserID]) async -> Void = { _ in }, now: @escaping @Sendable () -> Date,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.people = people
        self.reads = reads
        self.state = state
        self.writes = writes
        self.runs = runs
        self.leases = leases
        self.peerGroups = peerGroups
        self.categoryModels = categoryModels
        self.holdings = holdings
        self.reports = reports
        self.reword = reword
        self.isChatBusy = isChatBusy
        self.forget = forget
        self.memberID = memberID
        self.holdOut = holdOut
        self.announce = announce
        self.now = now
        self.clock = clock
    }
}
