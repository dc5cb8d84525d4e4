import Finance

extension InsightGenerator {
    /// The share of income left in the last full month differs by 5 percentage points or more from the three before it.
    static let savingsRateChange = InsightGenerator(.savingsRateChange) { ground in
        SavingsRateChange(of: ground.snapshot).map { [$0.insight(in: ground)] } ?? []
    }
}

/// How the share of income that is left after payments changed.
struct SavingsRateChange {
    /// Percentage points either way.
    static let least: Int128 = 5

    let month: Month
    private let now: (left: Money, income: Money)
    private let before: (left: Money, income: Money)
    /// Hundredths of a percentage point, rounded towards zero.
    let points: Int

    /// nil where a month lacks income or payments, or where the change is small.
    init?(of snapshot: Snapshot) {
        let months = (1...4).map { snapshot.totals(of: snapshot.month.advanced(by: -$0)) }
        guard months.allSatisfy({ $0.income > .zero && $0.expenseCount > 0 }) else { return nil }
        month = months[0].month
        now = (months[0].leftOver, months[0].income)
        before = (months[1...].total(\.leftOver), months[1...].total(\.income))
        let (left, income) = (Int128(now.left.pence), Int128(now.income.pence))
        let (leftBefore, incomeBefore) = (Int128(before.left.pence), Int128(before.income.pence))
        let change = left * incomeBefore - leftBefore * income
        guard change.magnitude * 100 >= Self.least.magnitude * (income * incomeBefore).magnitude else { return nil }
        points = Int(clamping: change * 10_000 / (income * incomeBefore))
    }

    func insight(in ground: InsightGround) -> Insight {
        let words = month.words
        let isUp = points > 0
        let share = now.left.wholePercent(of: now.income)
        let earlier = before.left.wholePercent(of: before.income)
        let same = Money(pence: Int64(clamping: Int128(now.income.pence) * Int128(points.magnitude) / 10_000))
        return Insight(
            kind: .savingsRateChange, subject: isUp ? "up" : "down", period: month.description,
            title: isUp ? "More was left of your income" : "Less was left of your income",
            text:
                "In \(words), \(share.printed) of income was left after payments. Over the three months before it was "
                + "\(earlier.printed). On the income of \(words) the change comes to about \(same) "
                + (isUp ? "more." : "less."),
            figures: [
                ground.figure(
                    "now", "Share of income left in \(words)", share, in: month,
                    "income minus payments, by income; whole per cent, rounded down"),
                ground.figure(
                    "before", "Share of income left over the three months before", earlier,
                    "income minus payments, by income; whole per cent, rounded down"),
                ground.figure(
                    "change", "What the change of the share comes to on the income of \(words)",
                    .money(isUp ? same : -same), in: month, "income times the change"),
            ], impact: same, bucket: 1 + [1_000, 2_000].count { points.magnitude >= $0 },
            expiresOn: ground.month.next.firstDay)
    }
}
