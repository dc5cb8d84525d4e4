public import FoundationEssentials

/// One person's messages of our own accord: what waits, what was delivered, and what came of it.
///
/// 1. A key is in it once; one that was deleted or folded does not come back.
/// 2. Of what waits there is one message of a kind: a newer one speaks for those before it. Safety is never folded.
/// 3. At most `mostADay` a local day are delivered; safety counts neither way.
/// 4. Everything is bounded; what is settled and old goes first, safety that waits never.
public struct NudgeBox: Sendable, Hashable, Codable {
    /// Most messages kept.
    public static let most = 100
    /// Most deliveries a local day.
    public static let mostADay = 3
    /// Days that what is settled stays, and what is not.
    public static let days = (settled: 30, any: 90)
    /// Ids remembered after their messages are gone.
    static let mostGone = 200

    /// In the order in which they were added.
    public internal(set) var nudges: [Nudge] = []
    /// Ids that do not come back, oldest first.
    var gone: [String] = []
    /// The last deliveries that count for the day, oldest first; more than a day's worth is never needed.
    var shown: [Date] = []
    /// What was spent after messages, and after those that were withheld.
    public internal(set) var log = NudgeLog()

    /// An empty box.
    public init() {}

    /// Puts a message in the queue; false when it is known by its key or not wanted.
    @discardableResult
    public mutating func add(_ nudge: Nudge, _ choices: NudgeChoices) -> Bool {
        guard choices.allow(nudge), !gone.contains(nudge.id), find(nudge.id) == nil else { return false }
        tidy(at: nudge.createdAt)
        var nudge = nudge
        if !nudge.isSafety {
            for older in nudges.reversed() where older.state == .queued && older.kind == nudge.kind && !older.isSafety {
                nudge.fold(older)
                remove(older.id)
            }
        }
        nudges.append(nudge)
        if nudges.count > Self.most, let least = leastNeeded { remove(least) }
        return true
    }

    /// The message of an id.
    public func find(_ id: String) -> Nudge? { nudges.first { $0.id == id } }

    /// Forgets what is old. Its key names a period that is over, so it need not be remembered.
    public mutating func tidy(at now: Date) {
        nudges.removeAll { nudge in
            if let expiresAt = nudge.expiresAt, expiresAt <= now, nudge.dueFrom != nil { return true }
            let isSettled = [.read, .dismissed, .withheld].contains(nudge.state)
            let age = now.timeIntervalSince(isSettled ? nudge.changedAt : nudge.createdAt)
            return age > Double(isSettled ? Self.days.settled : Self.days.any) * 86_400
        }
    }

    /// Takes a message out for good.
    mutating func remove(_ id: String) {
        nudges.removeAll { $0.id == id }
        gone = (gone.filter { $0 != id } + [id]).suffix(Self.mostGone)
    }

    private var leastNeeded: String? {
        func need(_ nudge: Nudge) -> Int {
            switch nudge.state {
            case .dismissed, .withheld: 0
            case .read: 1
            case .delivered: 2
            case .queued, .snoozed: nudge.isSafety ? 4 : 3
            }
        }
        // `min` gives the first of equals, which is the oldest.
        return nudges.min { need($0) < need($1) }?.id
    }
}
