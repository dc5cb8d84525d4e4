public import Finance

/// Whether a price fits into what this month leaves. It knows what is recorded and nothing more: no bank balance, no
/// credit, no bill that was not entered; it says so, and never suggests borrowing.
///
/// Rules, first match wins (dearer never gets a better verdict):
/// unknown – no income recorded this month, or no price above zero;
/// not from this month's money – the price is more than what is left;
/// comfortable – after the price and the goals' monthly targets a tenth of the month's income is still there;
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
        /// More than the month leaves.
        case notFromThisMonth = "not from this month's money"
    }

    /// What it would cost.
    public let price: Money
    /// The answer by the rules above.
    public let verdict: Verdict
    /// Left this month before the purchase; nil without income records.
    public let leftBefore: Money?
    /// Left this month after it.
    public var leftAfter: Money? { leftBefore.map { $0 - price } }
    /// What the goals ask for this month.
    public let goalsMonthly: Money
    /// `leftAfter` minus what the goals ask for; negative is what they would go short of.
    public var leftAfterGoals: Money? { leftAfter.map { $0 - goalsMonthly } }
    /// Days of the month still to come, today included; nil for a month that is not running.
    public let daysLeft: Int?
    /// `leftAfter` spread over those days, rounded down; nil when nothing is left.
    public let leftPerDay: Money?
    /// Whole months that saving what is left after the goals each month would take; nil when that is not above zero.
    public let monthsToSave: Int?
    private let snapshot: Snapshot

    /// The share of the month's income that must remain for a comfortable yes, per cent.
    public static let comfortMargin: Int64 = 10

    /// A price held against a snapshot; a price beyond what an amount can be counts as that much.
    public init(of asked: Money, in snapshot: Snapshot) {
        self.snapshot = snapshot
        let price = min(max(asked, .zero), .limit)
        self.price = price
        let month = snapshot.thisMonth
        let goals = snapshot.savings.monthly
        let left = month.incomeCount == 0 ? nil : month.leftOver
        leftBefore = left
        goalsMonthly = goals
        verdict = Self.verdict(price: price, left: left, goals: goals, income: month.income)
        let days = Self.daysLeft(in: snapshot)
        daysLeft = days
        leftPerDay = Self.perDay(left.map { $0 - price }, days)
        monthsToSave = Self.monthsToSave(price, left.map { $0 - goals })
    }

    /// What the answer does not know, in plain words.
    public var remarks: [String] {
        var remarks = ["Your bank balance is not known; this looks only at what is recorded for the month."]
        if leftBefore == nil { remarks.append("No income is recorded for \(snapshot.month.words).") }
        if snapshot.debtTotals.monthlyPayment > .zero {
            remarks.append("Debt payments are counted only where they are also entered as expenses.")
        }
        return remarks
    }

    /// The numbers behind the answer.
    public var figures: [Figure] {
        let none = "no income recorded in \(snapshot.month.words)"
        func figure(_ key: String, _ label: String, _ value: Figure.Value?, _ basis: String, _ without: String)
            -> Figure
        {
            snapshot.figure(
                "afford.\(key)", label, value, in: snapshot.month, coverage: snapshot.thisMonth.coverage,
                basis: value == nil ? without : basis)
        }
        return [
            figure("before", "Left before the purchase", money(leftBefore), "income minus expenses", none),
            figure("after", "Left after the purchase", money(leftAfter), "what is left minus the price", none),
            figure(
                "after_goals", "Left after the purchase and this month's saving", money(leftAfterGoals),
                "also minus the goals' monthly targets", none),
            figure(
                "per_day", "Left for each remaining day", money(leftPerDay), "what is left after it, by days left",
                "nothing would be left, or the month is not running"),
            figure(
                "months", "Time to save for it", monthsToSave.map { .months($0) },
                "at what is left after saving, each month alike", "nothing is left to save each month"),
        ]
    }

    /// The answer for display.
    public var card: Card {
        Card(
            kind: .affordability, title: "Can you afford \(price)?",
            data: [
                "price": .money(price), "verdict": .string(verdict.rawValue),
                "month": .string(snapshot.month.description), "asOf": .string(snapshot.asOf.rfc3339),
                "leftBefore": .money(orNull: leftBefore), "leftAfter": .money(orNull: leftAfter),
                "goalsMonthly": .money(goalsMonthly), "leftAfterGoals": .money(orNull: leftAfterGoals),
                "daysLeft": .count(orNull: daysLeft), "leftPerDay": .money(orNull: leftPerDay),
                "monthsToSave": .count(orNull: monthsToSave), "bankBalance": .null,
                "remarks": .array(remarks.map { .string($0) }),
            ])
    }

    private func money(_ money: Money?) -> Figure.Value? { money.map { .money($0) } }

    private static func verdict(price: Money, left: Money?, goals: Money, income: Money) -> Verdict {
        guard let left, price > .zero else { return .unknown }
        guard price <= left else { return .notFromThisMonth }
        let after = left - goals - price
        return after.pence * 100 >= income.pence * comfortMargin ? .comfortable : .tight
    }

    private static func daysLeft(in snapshot: Snapshot) -> Int? {
        guard snapshot.month.contains(snapshot.asOf) else { return nil }
        return snapshot.month.length - snapshot.today.day + 1
    }

    private static func perDay(_ left: Money?, _ days: Int?) -> Money? {
        guard let left, let days, left > .zero else { return nil }
        return Money(pence: left.pence / Int64(days))
    }

    private static func monthsToSave(_ price: Money, _ spare: Money?) -> Int? {
        guard let spare, spare > .zero, price > .zero else { return nil }
        return Int((price.pence + spare.pence - 1) / spare.pence)
    }
}
