import FoundationEssentials

/// Sums over every live saving goal, completed ones included (contract 2.2 B).
public struct SavingsTotals: Sendable, Hashable {
    /// Live goals.
    public var count: Int
    /// What is put by.
    public var saved: Money
    /// What is aimed at.
    public var target: Money
    /// Each goal's completion weighted by its target, per cent; nil when nothing is aimed at.
    public var completion: Double?
    /// The monthly targets of goals that are open and finish after the snapshot was read.
    public var monthly: Money
}

extension Snapshot {
    /// Sums over the goals.
    public var savings: SavingsTotals {
        let target = goals.total(\.target)
        // The weights are pence, whole numbers far below 2^53; goals are in a fixed order, so the sum is one value.
        let weighted = goals.reduce(0) { $0 + $1.completion * Double($1.target.pence) }
        return SavingsTotals(
            count: goals.count, saved: goals.total(\.saved), target: target,
            completion: target > .zero ? weighted / Double(target.pence) : nil,
            monthly: goals.filter { isActive($0) }.total(\.monthlyTarget))
    }

    /// Whether a goal still asks for its monthly target: not completed, its date not yet passed.
    public func isActive(_ goal: SavingGoal) -> Bool {
        guard !goal.isCompleted, let end = goal.completesOn else { return false }
        return end > asOf
    }

    /// Whether a goal is past its date and not completed.
    public func isOverdue(_ goal: SavingGoal) -> Bool {
        guard !goal.isCompleted, let end = goal.completesOn else { return false }
        return end <= asOf
    }
}
