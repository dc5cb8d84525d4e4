import Analyses
import Finance

// Signals that come from the records. Each is a sentence with its figures, or nil.
extension TagEvidence {
    /// Words in the name of a goal that is kept for whatever comes.
    static let cushionWords: Set = ["emergency", "emergencies", "cushion", "safety", "buffer"]

    private var open: [GoalProgress.Row] { goals.rows.filter { $0.remaining > .zero } }

    var coversMonths: String? {
        guard let saved = run.answer(to: "starting_savings")?.money, typical.count > 0,
            typical.expenses > .zero,
            saved.pence.holds(times: Int64(typical.count), typical.expenses.pence, times: Self.monthsCovered)
        else { return nil }
        return "You have \(saved) put by, at least \(Self.monthsCovered) months of usual payments."
    }

    var hasTargets: String? {
        let count = open.count { $0.goal.monthlyTarget > .zero }
        return count >= 2 ? "\(count) open goals have a monthly target." : nil
    }

    var hasCushionGoal: String? {
        open.first { row in
            row.goal.name.plainWords.split(separator: " ").contains { Self.cushionWords.contains(String($0)) }
        }.map { "You are saving for \(String.quoted($0.goal.name))." }
    }

    var hasGoalOnTrack: String? {
        open.first { $0.isOnTrack == true }
            .map { "The monthly target of \(String.quoted($0.goal.name)), \($0.goal.monthlyTarget), meets its date." }
    }

    var leavesFifth: String? {
        let left = typical.income - typical.expenses
        guard typical.income > .zero, left.pence.holds(times: 100, typical.income.pence, times: Self.leftPercent)
        else { return nil }
        return "In the last full months at least \(Self.leftPercent)% of income was left."
    }

    var keepsBudgets: String? {
        let used = BudgetProgress(of: snapshot).categories.filter { $0.spent > .zero }
        guard !used.isEmpty, used.allSatisfy({ $0.spent <= $0.budgeted }) else { return nil }
        return "No budget of \(snapshot.month.words) is exceeded."
    }

    var savesWithoutTarget: String? {
        guard snapshot.savings.saved > .zero, !open.contains(where: { $0.goal.monthlyTarget > .zero }) else {
            return nil
        }
        return "\(snapshot.savings.saved) is saved, and no open goal has a monthly target."
    }

    var spendsOnWants: String? {
        let wants = snapshot.spendingByCategory(in: snapshot.month).filter { Bucket(category: $0.name) == .wants }
            .total(\.amount)
        let income = snapshot.thisMonth.income
        guard income > .zero, wants.pence.holds(times: 100, income.pence, times: Self.wantsPercent) else {
            return nil
        }
        return "In \(snapshot.month.words) \(wants) of \(income) went to wants."
    }
}

/// Income and payments of those of the three months before this one that have both.
struct FullMonths {
    let count: Int
    let income: Money
    let expenses: Money

    init(of snapshot: Snapshot) {
        let full = (1...TypicalMonth.most).map { snapshot.totals(of: snapshot.month.advanced(by: -$0)) }
            .filter { $0.incomeCount > 0 && $0.expenseCount > 0 }
        count = full.count
        income = full.total(\.income)
        expenses = full.total(\.expenses)
    }
}

extension Int64 {
    /// Whether self × times ≥ other × otherTimes, however large they are.
    func holds(times: Int64, _ other: Int64, times otherTimes: Int64) -> Bool {
        Int128(self) * Int128(times) >= Int128(other) * Int128(otherTimes)
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
