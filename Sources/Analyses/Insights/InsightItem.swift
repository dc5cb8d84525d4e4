import Finance
public import FoundationEssentials

/// One insight of a feed with what the person did about it. Its state is worked out, never stored, so that nothing has
/// to be woken for a time to pass:
///
/// ```
///  gone or past its day ─▶ expired
///  dismissed at this bucket or a worse one ─▶ dismissed
///  put off to a later time ─▶ snoozed
///  read at this bucket or a worse one ─▶ acknowledged
///  else ─▶ active
/// ```
/// What the person did is kept while the insight is gone: one that comes back is as dismissed as it was.
public struct InsightItem: Sendable, Hashable, Codable {
    /// Where it stands; raw values are the wire spelling.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// New or worse than what was read; read; not wanted; put off; no longer so.
        case active, acknowledged, dismissed, snoozed, expired
    }

    /// What was found, in the words of the time when its bucket last changed.
    public internal(set) var insight: Insight
    /// When it was first found.
    public internal(set) var firstSeen: Date
    /// When it last appeared, changed its bucket or went.
    public internal(set) var changedAt: Date
    /// Since when it is not so any more.
    public internal(set) var goneSince: Date?
    /// The worst bucket that was read.
    public internal(set) var readBucket: Int?
    /// The worst bucket that was dismissed.
    public internal(set) var dismissedBucket: Int?
    /// Not to be shown before.
    public internal(set) var snoozedUntil: Date?

    init(_ insight: Insight, on date: Date) {
        self.insight = insight
        firstSeen = date
        changedAt = date
    }

    /// Short and stable: of the insight's key.
    public var id: String { insight.id }

    /// Where it stands at a moment.
    public func state(at now: Date) -> State {
        if goneSince != nil || insight.expiresOn.map({ $0 <= Day(now) }) ?? false { return .expired }
        if let dismissedBucket, dismissedBucket >= insight.bucket { return .dismissed }
        if let snoozedUntil, snoozedUntil > now { return .snoozed }
        if let readBucket, readBucket >= insight.bucket { return .acknowledged }
        return .active
    }

    /// The item for a client.
    public func json(at now: Date) -> JSON {
        let state = state(at: now)
        return [
            "id": .string(id), "kind": .string(insight.kind.rawValue), "state": .string(state.rawValue),
            "title": .string(insight.title), "text": .string(insight.text), "period": .string(insight.period),
            "impact": .money(insight.impact), "figures": .array(insight.figures.map(\.json)),
            "firstSeen": .string(firstSeen.rfc3339), "changedAt": .string(changedAt.rfc3339),
            "expiresOn": .day(orNull: insight.expiresOn),
            "snoozedUntil": .string(orNull: state == .snoozed ? snoozedUntil?.rfc3339 : nil),
        ]
    }
}
