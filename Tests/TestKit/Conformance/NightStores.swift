public import Finance
public import Ports

/// The ports of one store that a night works with, and the ways a test changes the main backend's records in it.
public struct NightStores: Sendable {
    /// What a night reads.
    public var reads: NightReads
    /// What a night writes.
    public var writes: NightWrites
    /// What is remembered.
    public var state: PersonalState
    /// Reports.
    public var reports: Reports
    /// The admins' list.
    public var triage: Triage
    /// Alerts.
    public var alerts: Alerts
    /// Runs.
    public var runs: Runs
    /// What is held of people.
    public var holdings: Holdings
    /// Snapshots one at a time.
    public var snapshots: Snapshots
    /// Calculations one at a time.
    public var calculators: Calculators
    /// Messages.
    public var conversations: Conversations
    /// Stores records of the main backend, in place of those with their ids.
    public var put: @Sendable (_ collection: String, [Document]) async throws -> Void
    /// Removes a record of the main backend.
    public var remove: @Sendable (_ collection: String, _ id: String) async throws -> Void

    /// Ports and ways with every part given.
    public init(
        reads: NightReads, writes: NightWrites, state: PersonalState, reports: Reports, triage: Triage, alerts: Alerts,
        runs: Runs, holdings: Holdings, snapshots: Snapshots, calculators: Calculators, conversations: Conversations,
        put: @escaping @Sendable (String, [Document]) async throws -> Void,
        remove: @escaping @Sendable (String, String) async throws -> Void
    ) {
        self.reads = reads
        self.writes = writes
        self.state = state
        self.reports = reports
        self.triage = triage
        self.alerts = alerts
        self.runs = runs
        self.holdings = holdings
        self.snapshots = snapshots
        self.calculators = calculators
        self.conversations = conversations
        self.put = put
        self.remove = remove
    }
}
