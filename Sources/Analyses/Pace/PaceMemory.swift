public import Finance

/// What was said about each budget of a month, so that it is said once.
///
/// ```
///              reached: told
///   [ armed ] ──────────────▶ [ fired ]
///        ▲                        │
///        └────────────────────────┘  five points below it, and spent or budgeted is not what it was when it fired
/// ```
/// A projection falls by itself as days go by, hence the second condition. A month that begins forgets the one before.
public struct PaceMemory: Sendable, Hashable, Codable {
    /// Most budgets watched, the largest; who has more of them in a month is not told about the small ones.
    public static let mostBudgets = 200
    /// Where counting stops.
    static let mostTimes = 999

    /// One threshold of one budget that has fired.
    struct Mark: Sendable, Hashable, Codable {
        var threshold: PaceThreshold
        var spent: Money
        var amount: Money
        var isArmed: Bool
        var times: Int
    }

    /// The month it is about; nil before the first step.
    public private(set) var month: Month?
    /// Marks by budget id.
    private var marks: [String: [Mark]] = [:]

    /// Nothing said yet.
    public init() {}

    /// The memory after a look at a snapshot, and what is to be said. A snapshot of any month but the running one says
    /// and changes nothing.
    public func after(_ snapshot: Snapshot) -> (memory: PaceMemory, alerts: [PaceAlert]) {
        let running = Month(containing: snapshot.asOf)
        guard snapshot.month == running, month ?? running <= running else { return (self, []) }
        let paces = BudgetPace.all(of: snapshot).sorted {
            ($1.budget.amount, $0.budget.id) < ($0.budget.amount, $1.budget.id)
        }
        var memory = self
        memory.marks = [:]
        memory.month = running
        let alerts = paces.prefix(Self.mostBudgets).compactMap { pace in
            let known = month == running ? marks[pace.budget.id] ?? [] : []
            let (after, told) = Self.step(known, pace)
            memory.marks[pace.budget.id] = after.isEmpty ? nil : after
            return told.map { PaceAlert($0.threshold, of: pace, in: snapshot, times: $0.times) }
        }
        return (memory, alerts)
    }

    /// One budget: arms what is clear, fires what is reached, and tells the last of it.
    private static func step(_ known: [Mark], _ pace: BudgetPace) -> (marks: [Mark], told: Mark?) {
        var told: Mark?
        let marks = PaceThreshold.allCases.compactMap { threshold -> Mark? in
            var mark = known.first { $0.threshold == threshold }
            if let fired = mark, pace.isClear(of: threshold),
                fired.spent != pace.spent || fired.amount != pace.budget.amount
            {
                mark?.isArmed = true
            }
            guard pace.reaches(threshold), mark?.isArmed ?? true else { return mark }
            let fired = Mark(
                threshold: threshold, spent: pace.spent, amount: pace.budget.amount, isArmed: false,
                times: min((mark?.times ?? 0) + 1, mostTimes))
            told = fired
            return fired
        }
        return (marks, told)
    }
}
