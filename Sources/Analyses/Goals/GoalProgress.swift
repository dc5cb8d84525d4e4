public import Finance
import FoundationEssentials

/// How far each saving goal is and what it still needs each month to be met by its date (contract 2.2 B, 2.5).
public struct GoalProgress: Sendable, Hashable {
    /// One goal.
    public struct Row: Sendable, Hashable {
        /// The goal as entered.
        public let goal: SavingGoal
        /// What is missing; zero when it is reached.
        public let remaining: Money
        /// Whole months until its date, at least one; nil when it is reached, overdue or without a date.
        public let monthsLeft: Int?
        /// `remaining` spread over those months, rounded up to the penny.
        public let neededMonthly: Money?
        /// Past its date and not reached.
        public let isOverdue: Bool

        init(_ goal: SavingGoal, in snapshot: Snapshot) {
            self.goal = goal
            let missing = max(goal.target - goal.saved, .zero)
            remaining = goal.isCompleted ? .zero : missing
            isOverdue = snapshot.isOverdue(goal) && missing > .zero
            guard snapshot.isActive(goal), missing > .zero, let end = goal.completesOn.map(Day.init) else {
                monthsLeft = nil
                neededMonthly = nil
                return
            }
            let today = snapshot.today
            let months = max(1, (end.year - today.year) * 12 + end.month - today.month)
            monthsLeft = months
            neededMonthly = Money(pence: (missing.pence + Int64(months) - 1) / Int64(months))
        }
    }

    /// Every live goal: open ones by date first, then the reached ones.
    public let rows: [Row]
    /// Sums over all of them.
    public let totals: SavingsTotals
    private let snapshot: Snapshot

    /// The goals of a snapshot.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        totals = snapshot.savings
        rows = snapshot.goals.map { Row($0, in: snapshot) }.sorted { Self.order($0) < Self.order($1) }
    }

    /// The sums, then up to `Review.rows` goals.
    public var figures: [Figure] { sums + rows.prefix(Review.rows).flatMap(figures) }

    /// The goals for display.
    public var card: Card {
        Card(
            kind: .goals, title: "Your saving goals",
            data: [
                "asOf": .string(snapshot.asOf.rfc3339), "saved": rows.isEmpty ? .null : .money(totals.saved),
                "target": rows.isEmpty ? .null : .money(totals.target),
                "completionPercent": .percent(orNull: totals.completion), "monthly": .money(totals.monthly),
                "goals": .array(rows.prefix(Review.rows).map(Self.json)), "notShown": Review.notShown(rows),
            ])
    }

    private static func order(_ row: Row) -> (Int, Double, String) {
        (row.goal.isCompleted ? 1 : 0, row.goal.completesOn?.timeIntervalSince1970 ?? .infinity, row.goal.id)
    }

    private var coverage: Coverage { rows.isEmpty ? .none : snapshot.coverage(of: "savinggoals") }

    private var sums: [Figure] {
        let isEmpty = rows.isEmpty
        func sum(_ key: String, _ label: String, _ value: Figure.Value?, _ basis: String) -> Figure {
            snapshot.figure(
                "goals.\(key)", label, isEmpty ? nil : value, records: totals.count, coverage: coverage,
                basis: isEmpty ? "no saving goals" : basis)
        }
        return [
            sum("saved", "Saved towards all goals", .money(totals.saved), "all goals, reached ones included"),
            sum("target", "Target of all goals", .money(totals.target), "all goals, reached ones included"),
            sum(
                "completion", "Completion of all goals", totals.completion.map { .percent($0) },
                "each goal weighted by its target"),
        ]
    }

    private func figures(_ row: Row) -> [Figure] {
        let name = String.quoted(row.goal.name)
        func figure(_ key: String, _ label: String, _ value: Figure.Value?, _ basis: String) -> Figure {
            snapshot.figure("goal.\(row.goal.id).\(key)", "\(label) \(name)", value, records: 1, basis: basis)
        }
        let state = row.goal.isCompleted ? "reached" : row.isOverdue ? "overdue" : "open"
        return [
            figure("saved", "Saved towards", .money(row.goal.saved), "as entered; goal is \(state)"),
            figure("target", "Target of", .money(row.goal.target), "as entered"),
            figure("completion", "Completion of", .percent(row.goal.completion), "saved divided by target"),
            figure("needed", "Needed each month for", row.neededMonthly.map { .money($0) }, Self.needBasis(row)),
            figure(
                "date", "Finish date of", row.goal.completesOn.map { .day(Day($0)) },
                row.goal.completesOn == nil ? "no readable date" : "as entered"),
        ]
    }

    private static func needBasis(_ row: Row) -> String {
        if let months = row.monthsLeft {
            return "what is missing spread over \(Figure.Value.months(months).printed)"
        }
        if row.remaining == .zero { return "nothing is missing" }
        return row.isOverdue ? "its date has passed" : "it has no readable date"
    }

    private static func json(_ row: Row) -> JSON {
        [
            "id": .string(row.goal.id), "name": .string(row.goal.name), "saved": .money(row.goal.saved),
            "target": .money(row.goal.target), "completionPercent": .percent(orNull: row.goal.completion),
            "monthlyTarget": .money(row.goal.monthlyTarget), "neededMonthly": .money(orNull: row.neededMonthly),
            "completesOn": .day(orNull: row.goal.completesOn.map(Day.init)), "isCompleted": .bool(row.goal.isCompleted),
            "isOverdue": .bool(row.isOverdue),
        ]
    }
}
