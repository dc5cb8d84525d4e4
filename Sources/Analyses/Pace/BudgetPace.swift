public import Finance

/// One own budget of the running month against what is spent on it and where that leads.
///
/// Spent is what `BudgetProgress` ties to the budget: payments of the month linked to it, those dated ahead included, as
/// the app counts them. Projected is the month's end at today's pace. Payments that repeat by the month or year are
/// there once and are not scaled; the others of the days so far are scaled to the whole month, to the nearest
/// penny, or taken as they are entered, days ahead included, whichever is more.
public struct BudgetPace: Sendable, Hashable {
    /// First day of a month on which a pace is told.
    public static let firstDay = 7
    /// Fewest payments so far that make a pace.
    public static let leastPayments = 3

    /// The budget as entered.
    public let budget: Budget
    /// Spent in the month; zero where nothing is linked.
    public let spent: Money
    /// The month's end at this pace; nil when it is too early or the payments are too few to tell.
    public let projected: Money?

    /// Every own budget of the snapshot's month that is above zero, oldest first. The partner's are not among them.
    public static func all(of snapshot: Snapshot) -> [BudgetPace] {
        let payments = Dictionary(grouping: snapshot.expenses(in: snapshot.month), by: \.budgetID)
        return BudgetProgress(of: snapshot).rows.filter { $0.budget.amount > .zero && !$0.budget.isPartners }
            .map { row in
                BudgetPace(
                    budget: row.budget, spent: row.spent ?? .zero,
                    projected: projected(payments[row.budget.id] ?? [], in: snapshot.month, on: snapshot.today))
            }
    }

    /// Whether a threshold is reached: at 80 and 100 per cent of spending, above 110 per cent of what is projected.
    func reaches(_ threshold: PaceThreshold) -> Bool {
        guard let (part, whole) = hundredths(of: threshold) else { return false }
        return threshold == .projected ? part > whole * threshold.percent : part >= whole * threshold.percent
    }

    /// Whether it stands at least five points below a threshold.
    func isClear(of threshold: PaceThreshold) -> Bool {
        guard let (part, whole) = hundredths(of: threshold) else { return true }
        return part <= whole * (threshold.percent - PaceThreshold.rearming)
    }

    private func hundredths(of threshold: PaceThreshold) -> (part: Int128, whole: Int128)? {
        let amount = threshold == .projected ? projected : spent
        return amount.map { (Int128($0.pence) * 100, Int128(budget.amount.pence)) }
    }

    private static func projected(_ payments: [Expense], in month: Month, on today: Day) -> Money? {
        let soFar = payments.filter { Day($0.fallsOn) <= today }
        guard today.day >= firstDay, soFar.count >= leastPayments else { return nil }
        let fixed = payments.filter(isFixed).total(\.amount)
        let entered = payments.filter { !isFixed($0) }.total(\.amount)
        let scaled = soFar.filter { !isFixed($0) }.total(\.amount).portion(month.length, of: today.day)
        return fixed + max(scaled, entered)
    }

    private static func isFixed(_ payment: Expense) -> Bool {
        payment.frequency == .monthly || payment.frequency == .yearly
    }
}
