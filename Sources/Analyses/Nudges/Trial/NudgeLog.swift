public import Finance
import FoundationEssentials

/// What one person spent after messages that were delivered or withheld, while it is being found out and after.
public struct NudgeLog: Sendable, Hashable, Codable {
    /// Most messages whose windows are open, and most outcomes kept; the oldest go.
    static let most = (pending: 50, outcomes: 200)

    /// Messages whose windows have not closed.
    public private(set) var pending: [NudgeExposure] = []
    /// What came of the others, oldest first.
    public private(set) var outcomes: [NudgeOutcome] = []

    init() {}

    /// Notes a message of the trial at the moment it was delivered or would have been.
    mutating func note(_ nudge: Nudge, at now: Date, on day: Day) {
        guard let arm = nudge.arm, let category = nudge.category else { return }
        let week = ISOWeek(containing: nudge.createdAt).description
        let exposure = NudgeExposure(arm: arm, week: week, category: category, at: now, day: day)
        pending = (pending + [exposure]).suffix(Self.most.pending)
    }

    /// Works out what can be by now.
    mutating func close(with snapshot: Snapshot) {
        let open = pending
        pending = open.filter { NudgeOutcome(of: $0, in: snapshot) == nil }
        outcomes = (outcomes + open.compactMap { NudgeOutcome(of: $0, in: snapshot) }).suffix(Self.most.outcomes)
    }
}

extension NudgeBox {
    /// Works out what was spent after messages whose windows have closed by now.
    public mutating func measure(in snapshot: Snapshot) { log.close(with: snapshot) }
}
