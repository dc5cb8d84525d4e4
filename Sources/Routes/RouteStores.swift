public import Ports

/// What the routes read and write beside conversations and snapshots.
public struct RouteStores: Sendable {
    /// Reports kept for each person.
    public var reports: Reports
    /// The admins' queue.
    public var alerts: Alerts
    /// What people calculated in the app.
    public var calculators: Calculators
    /// Published groups.
    public var peerGroups: PeerGroups
    /// Suggested categories.
    public var categories: Categories
    /// Who may need a look first.
    public var triage: Triage
    /// Nightly runs wanted and past.
    public var runs: Runs
    /// All that is held of a person.
    public var holdings: Holdings
    /// What models cost.
    public var spending: SpendLedger

    /// Stores with every port given.
    public init(
        reports: Reports, alerts: Alerts, calculators: Calculators, peerGroups: PeerGroups,
        categories: Categories, triage: Triage, runs: Runs, holdings: Holdings, spending: SpendLedger
    ) {
        self.reports = reports
        self.alerts = alerts
        self.calculators = calculators
        self.peerGroups = peerGroups
        self.categories = categories
        self.triage = triage
        self.runs = runs
        self.holdings = holdings
        self.spending = spending
    }
}
