public import Finance

/// Whether a price fits into what is left, and what it would put off. It knows what is recorded and nothing more: no
/// bank balance, no credit, no bill that was not entered; it says so, and never suggests borrowing.
///
/// Rules, first match wins (dearer never gets a better verdict):
/// unknown – no income recorded this month and no forecast, or no price above zero;
/// not from this month's money – the price is more than what is left by then;
/// comfortable – after the price and the goals' monthly targets a tenth of a month's income is still there and, when a
/// day of this month was asked for, that much has come in by that day;
/// tight – anything else.
public struct Affordability: Sendable, Hashable {
    /// The answer; raw values are the wire spelling.
    public enum Verdict: String, Sendable, Hashable {
        /// Paid for with a margin, saving included.
        case comfortable
        /// Paid for, but saving or the margin suffers.
        case tight
        /// It cannot be told.
        case unknown
        /// More than is left.
        case notFromThisMonth = "not from this month's money"
    }

    /// What it would cost.
    public let price: Money
    /// What was asked beside the price.
    public let options: Options
    /// The answer by the rules above.
    public let verdict: Verdict
    /// What it would put off.
    public let delays: PurchaseDelays
    /// Paying now, in instalments when asked, and waiting, side by side.
    public let ways: [Way]
    let free: FreeMoney
    let snapshot: Snapshot

    /// The share of a month's income that must remain for a comfortable yes, per cent.
    public static let comfortMargin: Int64 = 10

    /// A price held against a snapshot; a price beyond what an amount can be counts as that much.
    public init(of asked: Money, in snapshot: Snapshot, _ options: Options = Options()) {
        self.snapshot = snapshot
        self.options = options
        let price = min(max(asked, .zero), .limit)
        let free = FreeMoney(in: snapshot, options)
        self.price = price
        self.free = free
        verdict = Self.verdict(price: price, left: free.left, goals: free.goals, income: free.income, by: free.byDay)
        delays = PurchaseDelays(of: price, free, in: snapshot)
        ways = Way.all(price, free, options, verdict, in: snapshot)
    }

    /// Left before the purchase; nil without income records.
    public var leftBefore: Money? { free.left }
    /// Left after it.
    public var leftAfter: Money? { leftBefore.map { $0 - price } }
    /// What the goals ask for each month.
    public var goalsMonthly: Money { snapshot.savings.monthly }
    /// `leftAfter` minus what the goals ask for until then; negative is what they would go short of.
    public var leftAfterGoals: Money? { leftAfter.map { $0 - free.goals } }
    /// Days still to come until the end of the purchase's month, today included; nil for a month that is not running.
    public var daysLeft: Int? { free.days }
    /// `leftAfter` spread over those days, rounded down; nil when nothing is left.
    public var leftPerDay: Money? {
        guard let leftAfter, let daysLeft, leftAfter > .zero, daysLeft > 0 else { return nil }
        return Money(pence: leftAfter.pence / Int64(daysLeft))
    }
    /// Whole months that saving what is left after the goals each month would take; nil when that is not above zero.
    public var monthsToSave: Int? { Way.monthsToSave(price, free, goals: goalsMonthly) }

    /// What the answer does not know, in plain words.
    public var remarks: [String] {
        let scope = free.monthsAway == 0 ? "the month" : "this month and the usual months until then"
        var remarks = ["Your bank balance is not known; this looks only at what is recorded for \(scope)."]
        if leftBefore == nil { remarks.append("No income is recorded for \(snapshot.month.words).") }
        if let byDay = free.byDay, price > max(byDay, .zero), leftBefore.map({ price <= $0 }) ?? false {
            remarks.append("Part of the month's income is recorded for after that day.")
        }
        if snapshot.debtTotals.monthlyPayment > .zero {
            remarks.append("Debt payments are counted only where they are also entered as expenses.")
        }
        if ways.contains(where: { $0.kind == .instalments }) {
            remarks.append("Instalments are shown without interest or fees; any would come on top.")
        }
        return remarks
    }

    /// The rules; `byDay` is nil when no day was asked for.
    static func verdict(price: Money, left: Money?, goals: Money, income: Money, by byDay: Money? = nil) -> Verdict {
        guard let left, price > .zero else { return .unknown }
        guard price <= left else { return .notFromThisMonth }
        let after = left - goals - price
        let isThere = byDay.map { price <= $0 } ?? true
        return isThere && after.pence * 100 >= income.pence * comfortMargin ? .comfortable : .tight
    }
}
