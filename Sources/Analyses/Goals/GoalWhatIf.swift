public import Finance

/// One saving goal as it is beside how it would be with another monthly amount, with something put by at once, or with
/// another date. Nothing is recommended: it is arithmetic on what the person asks.
public struct GoalWhatIf: Sendable, Hashable {
    /// What is imagined; what is nil stays as it is.
    public struct Change: Sendable, Hashable {
        /// Put by each month.
        public var monthly: Money?
        /// Put by once, today.
        public var once: Money?
        /// The day it should be reached by.
        public var by: Day?

        /// A change with every part given.
        public init(monthly: Money? = nil, once: Money? = nil, by: Day? = nil) {
            self.monthly = monthly
            self.once = once
            self.by = by
        }
    }

    /// As it is.
    public let before: GoalProgress.Row
    /// As it would be.
    public let after: GoalProgress.Row
    /// What is imagined.
    public let change: Change
    let snapshot: Snapshot

    /// Imagines a change to a goal of the snapshot; amounts below zero count as none.
    public init(_ change: Change, of goal: SavingGoal, in snapshot: Snapshot) {
        var changed = goal
        changed.monthlyTarget = min(max(change.monthly ?? goal.monthlyTarget, .zero), .limit)
        changed.saved = min(goal.saved + min(max(change.once ?? .zero, .zero), .limit), .limit)
        if let by = change.by { changed.completesOn = by.start }
        changed.isCompleted = goal.isCompleted || changed.saved >= goal.target
        before = GoalProgress.Row(goal, in: snapshot)
        after = GoalProgress.Row(changed, in: snapshot)
        self.change = change
        self.snapshot = snapshot
    }

    /// How many months sooner it would be reached, negative when later; nil where either has no finish.
    public var monthsSooner: Int? {
        let now = after.remaining == .zero ? 0 : after.projectedMonths
        return before.projectedMonths.flatMap { was in now.map { was - $0 } }
    }

    /// What is missing, the finish and the monthly need, as they are and as they would be.
    public var figures: [Figure] {
        let name = String.quoted(before.goal.name)
        let sooner = monthsSooner.map { Figure.Value.months($0.magnitude > 0 ? Int($0.magnitude) : 0) }
        return figures(before, "now", "as it is, for \(name)") + figures(after, "then", "with that, for \(name)") + [
            snapshot.figure(
                "goal_what_if.difference", "\((monthsSooner ?? 0) < 0 ? "Later" : "Sooner") with that, for \(name)",
                sooner, records: 1,
                basis: sooner == nil ? "one of the two has no finish" : "months to the finish, one minus the other")
        ]
    }

    private func figures(_ row: GoalProgress.Row, _ key: String, _ words: String) -> [Figure] {
        let rows: [(String, String, Figure.Value?, String)] = [
            ("monthly", "Put by each month", .money(row.goal.monthlyTarget), "the monthly target"),
            ("missing", "Still missing", .money(row.remaining), "target minus saved, nothing once reached"),
            (
                "finish", "Reached by", row.projectedFinish.map { .day($0) },
                row.projectionReason ?? "what is missing, by the monthly amount, from today"
            ),
            (
                "needed", "Needed each month to be in time", row.neededMonthly.map { .money($0) },
                row.neededMonthly == nil ? "nothing to meet" : "what is missing, by its months left"
            ),
        ]
        return rows.map { part, label, value, basis in
            snapshot.figure("goal_what_if.\(key).\(part)", "\(label) \(words)", value, records: 1, basis: basis)
        }
    }

    /// Both for display.
    public var card: Card { Card(kind: .goals, title: "What if: \(before.goal.name)", data: json) }

    /// Both for a client.
    public var json: JSON {
        [
            "goalId": .string(before.goal.id), "name": .string(before.goal.name),
            "asOf": .string(snapshot.asOf.rfc3339), "basis": "arithmetic on the goal as entered; nothing is changed",
            "monthsSooner": monthsSooner.map { .int(Int64($0)) } ?? .null,
            "before": Self.json(before), "after": Self.json(after),
        ]
    }

    private static func json(_ row: GoalProgress.Row) -> JSON {
        [
            "monthly": .money(row.goal.monthlyTarget), "missing": .money(row.remaining),
            "finish": .string(orNull: row.projectedFinish?.description),
            "finishReason": .string(orNull: row.projectionReason), "needed": .money(orNull: row.neededMonthly),
            "isOnTrack": row.isOnTrack.map { .bool($0) } ?? .null,
        ]
    }
}
