public import Finance

/// What one option does to what is left, to the goals and to the debt-free date.
public struct PurchaseEffect: Sendable, Hashable {
    /// The option.
    public let option: PurchaseOption
    /// The verdict on what is paid this month.
    public let verdict: Affordability.Verdict
    /// Left this month after it; nil without income records.
    public let leftAfter: Money?
    /// Left in each later month after its monthly cost and saving; nil without one, or when it is not known.
    public let leftMonthly: Money?
    /// What it would put off: the part of all its payments that what is left after saving does not cover.
    public let delays: PurchaseDelays?
    /// Why there are no delays; nil when there are.
    public let reason: String?

    init(of option: PurchaseOption, in snapshot: Snapshot, expectedLeft: Money?) {
        let options = Affordability.Options(expectedLeft: expectedLeft)
        let answer = Affordability(of: option.first, in: snapshot, options)
        let free = answer.free
        let goals = snapshot.savings.monthly
        self.option = option
        verdict = answer.verdict
        leftAfter = answer.leftAfter
        leftMonthly = option.monthly.flatMap { part in free.monthly.map { $0 - goals - part } }
        guard let monthly = option.monthly else {
            (delays, reason) = (answer.delays, nil)
            return
        }
        guard let months = option.months else {
            (delays, reason) = (nil, "its monthly cost has no end")
            return
        }
        guard let left = free.left, let later = free.monthly, let now = answer.delays.shortfall else {
            (delays, reason) = (nil, "what is left is not known")
            return
        }
        let each = min(monthly, (monthly - (later - goals).orZero).orZero)
        let short = now + Money(pence: each.pence * Int64(months - 1))
        // Delays are of a price; this price is short of exactly that much.
        delays = PurchaseDelays(of: short + (left - free.goals).orZero, free, in: snapshot)
        reason = nil
    }

    /// Months by which goal dates move if goal saving paid for what is short.
    public var goalMonths: Int? { delays?.goalMonths }
    /// Months by which the debt-free date moves if extra debt payments paid for what is short.
    public var debtMonths: Int? { delays?.debtMonths }
}
