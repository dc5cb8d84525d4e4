public import Analyses
public import Finance
public import FoundationEssentials

/// Everything a night found out about one person. Parts that are as they were are left out: what is nil or empty is not
/// written.
public struct NightResult: Sendable, Hashable {
    /// About whom.
    public var user: UserID
    /// Reports that changed.
    public var reports: [StoredReport] = []
    /// The four tips, if any changed.
    public var tips: StoredTips?
    /// The line of the admins' list with what the next assessment needs, if it changed.
    public var triage: Triaged?
    /// Alerts to raise, unless one with its key is open.
    public var alerts: [AdminAlert] = []
    /// What to remember. `night` is among them and is written last: only then is the person done.
    public var states: [PersonalState.Change] = []

    /// A line of the list and the night it comes from.
    public struct Triaged: Sendable, Hashable {
        /// The line.
        public var row: TriageRow
        /// The night.
        public var night: PreviousRisk

        /// Both parts.
        public init(row: TriageRow, night: PreviousRisk) {
            self.row = row
            self.night = night
        }
    }

    /// A result without any part yet.
    public init(user: UserID) { self.user = user }

    /// What to remember in the order of writing: `night` last, since it says that all the rest is stored.
    public var statesInOrder: [PersonalState.Change] {
        states.filter { $0.kind != .night } + states.filter { $0.kind == .night }
    }

    /// Whether there is nothing to write.
    public var isEmpty: Bool {
        reports.isEmpty && tips == nil && triage == nil && alerts.isEmpty && states.isEmpty
    }
}

/// The four tips of a person as stored (`calculator_tips`, contract 4.4).
public struct StoredTips: Sendable, Hashable {
    /// The text for each calculator.
    public var texts: [Calculator: String]
    /// When they were made.
    public var createdAt: Date

    /// Tips with both parts given.
    public init(texts: [Calculator: String], createdAt: Date) {
        self.texts = texts
        self.createdAt = createdAt
    }
}

/// What a night writes, many people at a time.
public struct NightWrites: Sendable {
    /// Stores results of the holder of `fence`. Gives those that were not stored: `.conflict` where something of the
    /// person has changed meanwhile or a later holder was there first. Nobody's failure keeps another from being stored.
    /// A result may be stored twice: the second time changes nothing.
    public var save: @Sendable ([NightResult], Fence) async throws(PortError) -> [UserID: PortError]

    /// A port of this closure.
    public init(save: @escaping @Sendable ([NightResult], Fence) async throws(PortError) -> [UserID: PortError]) {
        self.save = save
    }
}
