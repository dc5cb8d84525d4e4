public import Analyses
public import Finance

/// The newest risk assessment of each person, for the list of those who may need a look first.
public struct Triage: Sendable {
    /// Replaces the person's row and what the next assessment has to know of this one.
    public var save: @Sendable (TriageRow, PreviousRisk) async throws(PortError) -> Void
    /// What the last assessment of a person left; nil before the first.
    public var previous: @Sendable (UserID) async throws(PortError) -> PreviousRisk?
    /// Rows of these levels (nil: all), most urgent first, after a cursor, at most `limit`.
    public var page:
        @Sendable (_ level: RiskBand?, _ after: TriageCursor?, _ limit: Int) async throws(PortError) -> [TriageRow]
    /// How many people stand at each level; people without one are counted under nil.
    public var counts: @Sendable () async throws(PortError) -> [RiskBand?: Int]

    /// A port of these closures.
    public init(
        save: @escaping @Sendable (TriageRow, PreviousRisk) async throws(PortError) -> Void,
        previous: @escaping @Sendable (UserID) async throws(PortError) -> PreviousRisk?,
        page: @escaping @Sendable (RiskBand?, TriageCursor?, Int) async throws(PortError) -> [TriageRow],
        counts: @escaping @Sendable () async throws(PortError) -> [RiskBand?: Int]
    ) {
        self.save = save
        self.previous = previous
        self.page = page
        self.counts = counts
    }
}
