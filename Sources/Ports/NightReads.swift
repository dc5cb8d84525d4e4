public import Analyses
public import Finance
public import FoundationEssentials

/// What a night reads, many people at a time: one query a collection, not one a person.
public struct NightReads: Sendable {
    /// People who wrote to us since a moment, in id order, at most `limit`.
    public var active: @Sendable (_ since: Date, _ limit: Int) async throws(PortError) -> [UserID]
    /// A text for each person that changes with any record a snapshot or a tip of theirs is made of. Who is absent cannot
    /// be told cheaply, for instance because a record carries no time of change.
    public var versions: @Sendable ([UserID]) async throws(PortError) -> [UserID: String]
    /// A snapshot for each, as `Snapshots.read` gives it. Who is deleted or unknown by now is absent; whose records cannot
    /// be read has an error of their own.
    public var snapshots:
        @Sendable ([UserID], Month, _ now: Date) async throws(PortError) -> [UserID: Result<Snapshot, PortError>]
    /// The newest calculations of each.
    public var calculators: @Sendable ([UserID]) async throws(PortError) -> [UserID: CalculatorDocuments]
    /// What each has set in the main app; who has set nothing is absent.
    public var appSettings: @Sendable ([UserID]) async throws(PortError) -> [UserID: AppSettings]

    /// A port of these closures.
    public init(
        active: @escaping @Sendable (Date, Int) async throws(PortError) -> [UserID],
        versions: @escaping @Sendable ([UserID]) async throws(PortError) -> [UserID: String],
        snapshots:
            @escaping @Sendable ([UserID], Month, Date) async throws(PortError)
            -> [UserID: Result<Snapshot, PortError>],
        calculators: @escaping @Sendable ([UserID]) async throws(PortError) -> [UserID: CalculatorDocuments],
        appSettings: @escaping @Sendable ([UserID]) async throws(PortError) -> [UserID: AppSettings]
    ) {
        self.active = active
        self.versions = versions
        self.snapshots = snapshots
        self.calculators = calculators
        self.appSettings = appSettings
    }
}
