public import Finance
import FoundationEssentials

/// How far each saving goal is, what it still needs each month to be met by its date, and whether a month leaves that
/// much (contract 2.2 B, 2.5).
public struct GoalProgress: Sendable, Hashable {
    /// Every live goal: open ones by date first, then the reached ones.
    public let rows: [Row]
    /// Sums over all of them.
    public let totals: SavingsTotals
    /// What a month usually leaves, against which feasibility is held.
    public let typical: TypicalMonth
    /// What all open goals with a date still to come need each month; nil without such a goal.
    public let neededMonthly: Money?
    let snapshot: Snapshot

    /// The goals of a snapshot.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        totals = snapshot.savings
        let typical = TypicalMonth(of: snapshot)
        self.typical = typical
        var rows = snapshot.goals.map { Row($0, in: snapshot) }.sorted { Self.order($0) < Self.order($1) }
        var needed: Money?
        for index in rows.indices {
            guard let part = rows[index].neededMonthly else { continue }
            let sum = (needed ?? .zero) + part
            needed = sum
            rows[index].isFeasible = typical.left.map { sum <= $0 }
        }
        self.rows = rows
        neededMonthly = needed
    }

    /// Whether a month leaves what all goals together need; nil when either is not known.
    public var isFeasible: Bool? { neededMonthly.flatMap { needed in typical.left.map { needed <= $0 } } }

    /// What a person should know about the stored dates, in plain words.
    public var remarks: [String] {
        rows.prefix(Review.rows).filter(\.dateForgetsSaved).compactMap { row in
            row.projectedFinish.map { finish in
                "The date stored for \(String.quoted(row.goal.name)) does not count what is saved already; at "
                    + "\(row.goal.monthlyTarget) a month it is reached by \(finish.words)."
            }
        }
    }

    private static func order(_ row: Row) -> (Int, Double, String) {
        (row.goal.isCompleted ? 1 : 0, row.goal.completesOn?.timeIntervalSince1970 ?? .infinity, row.goal.id)
    }

    var coverage: Coverage { rows.isEmpty ? .none : snapshot.coverage(of: "savinggoals") }
}
