public import Finance
public import FoundationEssentials
public import Prompts

/// A report as stored: words only. Its figures are computed from the same records whenever it is shown.
public struct StoredReport: Sendable, Hashable {
    /// Who chose the words.
    public enum Source: String, Sendable, Hashable, Codable {
        /// Words of a model that passed the checks, or our own.
        case model, template
    }

    /// What it is about.
    public var kind: ReportKind
    /// The summary.
    public var summary: String
    /// Its points.
    public var insights: [ReportInsight]
    /// When the words were made.
    public var createdAt: Date
    /// What they were made from; nil for a report of the old service, which is renewed when it is asked for.
    public var inputHash: String?
    /// Who chose the words.
    public var source: Source

    /// A report with every part given.
    public init(
        kind: ReportKind, summary: String, insights: [ReportInsight], createdAt: Date, inputHash: String?,
        source: Source
    ) {
        self.kind = kind
        self.summary = summary
        self.insights = insights
        self.createdAt = createdAt
        self.inputHash = inputHash
        self.source = source
    }
}

/// Reports kept for each person, one of a kind (`optimization_reports`). Points of the old service that cannot be read
/// are dropped one by one.
public struct Reports: Sendable {
    /// Every report of a person that is there, in the order of `ReportKind`.
    public var all: @Sendable (UserID) async throws(PortError) -> [StoredReport]
    /// Replaces the person's report of that kind, unless a newer one is there.
    public var save: @Sendable (UserID, StoredReport) async throws(PortError) -> Void

    /// A port of these closures.
    public init(
        all: @escaping @Sendable (UserID) async throws(PortError) -> [StoredReport],
        save: @escaping @Sendable (UserID, StoredReport) async throws(PortError) -> Void
    ) {
        self.all = all
        self.save = save
    }
}
