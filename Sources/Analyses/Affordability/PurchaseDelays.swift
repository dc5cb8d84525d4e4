public import Finance

/// What a purchase would put off: the part of its price that what is left after saving does not cover has to come from
/// somewhere, and here is what happens when all of it comes out of goal saving, or all out of extra debt payments.
public struct PurchaseDelays: Sendable, Hashable {
    /// One goal with a date, and that date moved.
    public struct Goal: Sendable, Hashable {
        /// The stored id.
        public let id: String
        /// What the person calls it.
        public let name: String
        /// Its date as stored.
        public let date: Day
        /// The date as many months later.
        public let movedTo: Day
    }

    /// Furthest delay that is given, 100 years.
    static let furthest = 1_200

    /// The part of the price that what is left after saving does not cover; nil when what is left is not known.
    public let shortfall: Money?
    /// Months of goal saving that the shortfall takes; nil when it is not known or there is none to take from.
    public let goalMonths: Int?
    /// Open goals by date, each moved by `goalMonths`; empty when nothing moves.
    public let goals: [Goal]
    /// Months by which the debts are cleared later; nil when that cannot be told.
    public let debtMonths: Int?
    /// When the debts are cleared without the purchase, highest rate first; nil when never or there are none.
    public let debtFreeOn: Month?
    /// Why there is no delay of goals; nil when there is one.
    public let goalReason: String?
    /// Why there is no delay of debts; nil when there is one.
    public let debtReason: String?

    /// When the debts are cleared with the purchase.
    public var debtFreeAfter: Month? { debtFreeOn.flatMap { on in debtMonths.map { on.advanced(by: $0) } } }

    init(of price: Money, _ free: FreeMoney, in snapshot: Snapshot) {
        let short = price > .zero ? free.left.map { min(price, max(.zero, price - max(.zero, $0 - free.goals))) } : nil
        shortfall = short
        (goalMonths, goalReason) = Self.goalDelay(short, snapshot.savings.monthly)
        goals = Self.moved(snapshot, by: goalMonths ?? 0)
        let debt = Self.debtDelay(short, in: snapshot)
        (debtMonths, debtFreeOn, debtReason) = (debt.months, debt.on, debt.reason)
    }

    private static let unknown = "what is left is not known"

    private static func goalDelay(_ short: Money?, _ monthly: Money) -> (Int?, String?) {
        guard let short else { return (nil, unknown) }
        guard monthly > .zero else { return (nil, "no open goal has a monthly target") }
        let months = (short.pence + monthly.pence - 1) / monthly.pence
        return months <= Int64(furthest) ? (Int(months), nil) : (nil, "more than 100 years")
    }

    private static func moved(_ snapshot: Snapshot, by months: Int) -> [Goal] {
        guard months > 0 else { return [] }
        return snapshot.goals.filter { snapshot.isActive($0) && $0.monthlyTarget > .zero }
            .compactMap { goal in
                goal.completesOn.map(Day.init).map { day in
                    Goal(id: goal.id, name: goal.name, date: day, movedTo: day.advanced(byMonths: months))
                }
            }
            .sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    /// Runs the plan twice, the second time with the shortfall held back from the extra payments.
    private static func debtDelay(
        _ short: Money?, in snapshot: Snapshot
    ) -> (months: Int?, on: Month?, reason: String?) {
        guard !snapshot.openDebts.isEmpty else { return (nil, nil, "no open debt is recorded") }
        guard let short else { return (nil, nil, unknown) }
        let debts = DebtPortfolio(of: snapshot).planned
        let extra = snapshot.extraDebtPayment
        func plan(_ held: Money) -> PayoffPlan {
            PayoffPlan(
                paying: debts, by: .avalanche, extra: ExtraPayments(monthly: extra, heldBack: held),
                from: Month(containing: snapshot.asOf).next)
        }
        guard !debts.isEmpty else { return (nil, nil, "no open debt has both a rate and a payment") }
        let before = plan(.zero)
        guard let on = before.debtFreeOn, let months = before.months else {
            return (nil, nil, "some debt is never cleared at these payments")
        }
        if short == .zero { return (0, on, nil) }
        guard extra > .zero else { return (nil, on, "no extra debt payment is recorded that could be held back") }
        guard let later = plan(short).months else { return (nil, on, "some debt would then never be cleared") }
        return (later - months, on, nil)
    }
}
