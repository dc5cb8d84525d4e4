public import Finance
public import FoundationEssentials

/// A quarter, half, three quarters or all of a goal: worth a kind word, once.
public struct GoalMilestone: Sendable, Hashable {
    /// Parts of a goal in per cent that are worth a word.
    public static let parts = [25, 50, 75, 100]

    /// The goal.
    public let goalID: String
    /// Its name; data, never instruction.
    public let name: String
    /// The part that was reached.
    public let percent: Int
    /// What is put by for it.
    public let saved: Money
    /// What it aims at.
    public let target: Money

    /// The same for the same part of the same goal, so that it is said once.
    public var key: String { Self.key(goalID, percent) }

    /// A sentence with its figures.
    public var words: String {
        let goal = String.quoted(name)
        switch percent {
        case 25: return "The first quarter of \(goal) is put by: \(saved) of \(target). A good start!"
        case 50: return "Half of \(goal) is put by: \(saved) of \(target). Well done!"
        case 75: return "Three quarters of \(goal) are put by: \(saved) of \(target). Nearly there!"
        default: return "You have reached \(goal): \(saved) of \(target). Well done!"
        }
    }

    /// The message that says it.
    public func nudge(at now: Date) -> Nudge {
        Nudge(
            .milestone, key: "milestone/\(key)", title: "A step towards \(String.quoted(name))", text: words, at: now,
            expiresAt: now.addingTimeInterval(86_400 * Double(Insight.newsDays)), subject: goalID)
    }

    /// For a client.
    public var json: JSON {
        [
            "key": .string(key), "goalId": .string(goalID), "name": .string(name),
            "percent": .count(orNull: percent), "saved": .money(saved), "target": .money(target),
            "words": .string(words),
        ]
    }

    static func key(_ goal: String, _ percent: Int) -> String { "goal/\(goal)/\(percent)" }
}

/// Milestones that were not said yet, and what to store so that they are not said again.
public struct GoalMilestones: Sendable, Hashable {
    /// The highest new one of each goal, in the order of goals, at most `Review.rows`; the others wait for the next look.
    public let new: [GoalMilestone]
    /// Keys to store in place of the old ones. Those of goals that are gone are forgotten.
    public let said: Set<String>

    /// The milestones of a snapshot; a part that was passed over on the way to a higher one counts as said. `earlier` is
    /// nil at the very first look: what was reached before anybody looked is no news.
    public init(of snapshot: Snapshot, said earlier: Set<String>?) {
        guard let earlier else {
            new = []
            said = Set(snapshot.goals.flatMap { goal in Self.reached(goal).map { GoalMilestone.key(goal.id, $0) } })
            return
        }
        let news = snapshot.goals.compactMap { goal -> GoalMilestone? in
            let reached = Self.reached(goal)
            guard let percent = reached.last, !earlier.contains(GoalMilestone.key(goal.id, percent)) else {
                return nil
            }
            return GoalMilestone(
                goalID: goal.id, name: goal.name, percent: percent, saved: goal.saved, target: goal.target)
        }
        new = Array(news.prefix(Review.rows))
        let told = Set(new.map(\.goalID))
        let kept = snapshot.goals.flatMap { goal in
            let keys = GoalMilestone.parts.map { GoalMilestone.key(goal.id, $0) }
            let reached = told.contains(goal.id) ? Self.reached(goal).count : 0
            return keys.filter(earlier.contains) + keys.prefix(reached)
        }
        said = Set(kept)
    }

    /// Parts of a goal that are reached: saved × 100 ≥ target × part. One that the app marks complete is all reached.
    private static func reached(_ goal: SavingGoal) -> [Int] {
        guard goal.target > .zero else { return [] }
        return GoalMilestone.parts.filter { part in
            goal.isCompleted || Int128(goal.saved.pence) * 100 >= Int128(goal.target.pence) * Int128(part)
        }
    }
}
