import Finance

/// One open goal held against its own date and monthly target.
struct GoalPlan {
    let row: GoalProgress.Row
    /// The day it should be reached.
    let end: Day
    /// What is still missing on that day at the monthly target; nothing or less when it is met.
    let short: Money

    /// nil for a goal that is reached or has no date.
    init?(_ row: GoalProgress.Row) {
        guard row.remaining > .zero, row.monthsLeft != nil || row.isOverdue,
            let end = row.goal.completesOn.map(Day.init)
        else { return nil }
        self.row = row
        self.end = end
        let coming = Int128(max(row.goal.monthlyTarget, .zero).pence) * Int128(row.monthsLeft ?? 0)
        short = row.remaining - Money(pence: Int64(clamping: min(coming, Int128(Money.limit.pence))))
    }

    var name: String { String.quoted(row.goal.name) }

    /// How many months before its date it is reached; nil when it is not.
    var monthsEarly: Int? {
        guard let left = row.monthsLeft, let needed = row.projectedMonths else { return nil }
        return left - needed
    }

    /// Numbers both texts state.
    func figures(in ground: InsightGround) -> [Figure] {
        [
            ground.figure("monthly", "Monthly target of \(name)", .money(row.goal.monthlyTarget), "as entered"),
            ground.figure("target", "Target of \(name)", .money(row.goal.target), "as entered"),
            ground.figure("remaining", "Still missing for \(name)", .money(row.remaining), "target minus saved"),
            ground.figure("date", "Finish date of \(name)", .day(end), "as entered"),
        ]
    }
}
