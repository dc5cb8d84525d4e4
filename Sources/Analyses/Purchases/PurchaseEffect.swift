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
        let spare = answer.free.monthly.map { $0 - snapshot.savings.monthly }
        self.option = option
        verdict = answer.verdict
        leftAfter = answer.leftAfter
        leftMonthly = option.monthly.flatMap { part in spare.map { $0 - part } }
        if option.monthly != nil, option.months == nil {
            (delays, reason) = (nil, "its monthly cost has no end")
            return
        }
        delays = option.monthly == nil ? answer.delays : Self.delays(of: option, answer, spare: spare, in: snapshot)
        reason = delays == nil ? "what is left is not known" : nil
    }

    /// What the first payment is short of and each later one, together; nil when it is not known.
    private static func delays(
        of option: PurchaseOption, _ answer: Affordability, spare: Money?, in snapshot: Snapshot
    ) -> PurchaseDelays? {
        guard let monthly = option.monthly, let months = option.months, let spare, let left = answer.free.left,
            let now = answer.delays.shortfall
        else { return nil }
        let each = (monthly - spare.orZero).orZero
        let short = now + Money(pence: each.pence * Int64(months - 1))
        // Delays are of a price; this price is short of exactly that much.
        return PurchaseDelays(of: short + (left - answer.free.goals).orZero, answer.free, in: snapshot)
    }

    /// Months by which goal dates move if goal saving paid for what is short.
    public var goalMonths: Int? { delays?.goalMonths }
    /// Months by which the debt-free date moves if extra debt payments paid for what is short.
    public var debtMonths: Int? { delays?.debtMonths }
}
