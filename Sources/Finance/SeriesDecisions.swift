/// What a person decided about things that seem to be paid for again and again. Not a record of the main app's, but it
/// decides what is counted, so it travels with the records.
public struct SeriesDecisions: Sendable, Hashable, Codable {
    /// What may be decided of one.
    public enum Decision: String, Sendable, Hashable, Codable, CaseIterable {
        /// It does repeat.
        case confirmed
        /// It does not: it is in no list and no sum.
        case dismissed
        /// Nothing yet, or no longer.
        case open
    }

    /// Decisions kept of one person; the newest stay.
    public static let most = 200

    /// Keys of series, in the order they were decided.
    private var confirmed: [String] = []
    private var dismissed: [String] = []

    /// Nothing decided.
    public init() {}

    /// Whether nothing is decided.
    public var isEmpty: Bool { confirmed.isEmpty && dismissed.isEmpty }

    /// What was decided of a series.
    public func decision(on key: String) -> Decision {
        dismissed.contains(key) ? .dismissed : confirmed.contains(key) ? .confirmed : .open
    }

    /// Decides, in place of what was decided before.
    public mutating func decide(_ decision: Decision, on key: String) {
        confirmed.removeAll { $0 == key }
        dismissed.removeAll { $0 == key }
        switch decision {
        case .confirmed: confirmed = (confirmed + [key]).suffix(Self.most)
        case .dismissed: dismissed = (dismissed + [key]).suffix(Self.most)
        case .open: break
        }
    }
}
