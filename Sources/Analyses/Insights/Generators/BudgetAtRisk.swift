import Finance

extension InsightGenerator {
    /// A category of which 80 % is used sooner than the month, or more than all.
    static let budgetAtRisk = InsightGenerator(.budgetAtRisk) { ground in
        ground.budgets.categories.filter { $0.isAtRisk(on: ground.today, in: ground.month) }
            .map { $0.insight(in: ground) }
    }
}

extension BudgetProgress.Category {
    /// Share used from which a budget is looked at, per cent.
    static let leastUsed = 80
    /// Below this a budget is too small to say much about.
    static let leastBudget = Money(pence: 20_00)

    var isMaterial: Bool { budgeted >= Self.leastBudget }

    /// All of it is used, or a larger share than the month has passed.
    func isAtRisk(on today: Day, in month: Month) -> Bool {
        guard isMaterial, spent.isAtLeast(Self.leastUsed, percentOf: budgeted) else { return false }
        return spent >= budgeted || evenDay(in: month) > today.day
    }

    /// The first day of the month on which no larger share is used than has passed; after the month's length never.
    func evenDay(in month: Month) -> Int {
        guard budgeted > .zero, spent > .zero else { return spent > .zero ? month.length + 1 : 1 }
        let (days, rest) = (Int128(spent.pence) * Int128(month.length)).quotientAndRemainder(
            dividingBy: Int128(budgeted.pence))
        return Int(clamping: min(days + (rest > 0 ? 1 : 0), Int128(month.length + 1)))
    }

    func insight(in ground: InsightGround) -> Insight {
        let month = ground.month
        let name = String.quoted(self.name)
        let used = spent.wholePercent(of: budgeted)
        let over = spent - budgeted
        let state =
            over > .zero
            ? "that is \(over) over." : over == .zero ? "that is all of it." : "\(-over) is left for the month."
        return Insight(
            kind: .budgetAtRisk, subject: self.name, period: month.description,
            title: over > .zero ? "Over the budget for \(name)" : "The budget for \(name) is nearly used",
            text: "Of \(budgeted) budgeted for \(name) in \(month.words), \(spent) is spent or entered, "
                + "\(used.printed); \(state)",
            figures: [
                ground.figure(
                    "budgeted", "Budgeted for \(name) in \(month.words)", .money(budgeted), in: month,
                    "own budgets of the month"),
                ground.figure(
                    "spent", "Spent or entered for \(name) in \(month.words)", .money(spent), in: month,
                    "payments of that category dated in the month"),
                ground.figure(
                    "used", "Used of the budget for \(name) in \(month.words)", used, in: month,
                    "spent by budgeted; whole per cent, rounded down"),
                ground.figure(
                    "left", over > .zero ? "Over the budget for \(name)" : "Left of the budget for \(name)",
                    .money(over.magnitude), in: month, "difference of the two"),
            ], impact: over > .zero ? over : -over, bucket: spent.bucket(100, 120, percentOf: budgeted),
            expiresOn: month.next.firstDay)
    }
}
