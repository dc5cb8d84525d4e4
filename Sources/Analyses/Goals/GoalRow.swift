public import Finance
import FoundationEssentials

extension GoalProgress {
    /// One goal.
    public struct Row: Sendable, Hashable {
        /// Longest time to a finish that is worth a date, 100 years.
        public static let longest = 1_200

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
        /// Months that the goal's own monthly target takes from today; nil when it is reached or puts nothing by.
        public let projectedMonths: Int?
        /// The day on which it is reached at that pace.
        public let projectedFinish: Day?
        /// Whether the stored date counts the whole target, though what is saved brings the finish into an earlier
        /// month.
        public let dateForgetsSaved: Bool
        /// Whether what a month leaves covers this goal and every goal due before it; nil when either is not known.
        public internal(set) var isFeasible: Bool?

        /// Whether its own monthly target is enough to meet its date; nil when there is nothing to meet.
        public var isOnTrack: Bool? {
            if isOverdue { return false }
            return neededMonthly.map { $0 <= goal.monthlyTarget }
        }

        /// Why there is no projected finish; nil when there is one.
        public var projectionReason: String? {
            guard projectedFinish == nil else { return nil }
            if remaining == .zero { return "nothing is missing" }
            return goal.monthlyTarget > .zero
                ? "at its monthly target it takes more than 100 years" : "no monthly target is entered"
        }

        init(_ goal: SavingGoal, in snapshot: Snapshot) {
            self.goal = goal
            let today = snapshot.today
            let missing = goal.isCompleted ? .zero : max(goal.target - goal.saved, .zero)
            remaining = missing
            isOverdue = snapshot.isOverdue(goal) && missing > .zero
            let end = goal.completesOn.map(Day.init)
            let left = snapshot.isActive(goal) && missing > .zero ? end.map { max(1, $0.months(after: today)) } : nil
            monthsLeft = left
            neededMonthly = left.map { Money(pence: (missing.pence + Int64($0) - 1) / Int64($0)) }
            let months = missing > .zero ? Self.months(of: goal.monthlyTarget, in: missing) : nil
            projectedMonths = months
            let finish = months.map { today.advanced(byMonths: $0) }
            projectedFinish = finish
            let isEarlier = finish.flatMap { finish in end.map { $0.months(after: finish) > 0 } } ?? false
            dateForgetsSaved = isEarlier && Self.countsWholeTarget(goal)
        }

        /// How many payments of `part` make `whole`; nil for none, or for more than `longest`.
        private static func months(of part: Money, in whole: Money) -> Int? {
            guard part > .zero else { return nil }
            let (full, rest) = whole.pence.quotientAndRemainder(dividingBy: part.pence)
            let months = rest > 0 ? full + 1 : full
            return months <= longest ? Int(months) : nil
        }

        /// The backend's update stores start + target ÷ monthly target and forgets what is saved (contract 1.6); its
        /// month arithmetic may run up to three days over into the next month.
        private static func countsWholeTarget(_ goal: SavingGoal) -> Bool {
            guard goal.saved > .zero, let start = goal.startsOn.map(Day.init), let end = goal.completesOn.map(Day.init),
                let months = months(of: goal.monthlyTarget, in: goal.target)
            else { return false }
            return (0...3).contains(end.number - start.advanced(byMonths: months).number)
        }
    }
}

extension Day {
    /// Calendar months from the month of `day` to this one's.
    fileprivate func months(after day: Day) -> Int { (year - day.year) * 12 + month - day.month }
}
