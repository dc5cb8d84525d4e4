import Finance

extension InsightGenerator {
    /// The month's income, received and to come, is at least £25 short of everything it has to cover.
    static let cashLow = InsightGenerator(.cashLow) { ground in
        CashShortfall(ground.forecast.left).map { [$0.insight(in: ground)] } ?? []
    }
}

/// By how much a month's income falls short.
struct CashShortfall {
    /// Less than this is within what nobody can foresee.
    static let least = Money(pence: 25_00)

    let income: Money
    let short: Money
    private let hasUsual: Bool

    init?(_ left: LeftToSpend) {
        guard let amount = left.afterUsual ?? left.amount, -amount >= Self.least else { return nil }
        income = left.received + left.incomeToCome
        short = -amount
        hasUsual = left.usual != nil
    }

    func insight(in ground: InsightGround) -> Insight {
        let month = ground.month
        let outgo = income + short
        let items = "payments made and to come, debt payments still due and planned saving"
        let all = hasUsual ? "\(items), with usual spending for the days that are left," : items
        return Insight(
            kind: .cashLow, subject: "all", period: month.description,
            title: "\(month.words) may run short",
            text: "Income recorded or expected for \(month.words) is \(income). The month's \(all) come to about "
                + "\(outgo), which is \(short) more. Your bank balance is not known here.",
            figures: [
                ground.figure(
                    "income", "Income recorded or expected for \(month.words)", .money(income), in: month,
                    "received and to come"),
                ground.figure(
                    "outgo", "All that \(month.words) has to cover", .money(outgo), in: month, items),
                ground.figure(
                    "short", "By how much \(month.words) may run short", .money(short), in: month,
                    "what it has to cover minus income"),
            ], impact: short, bucket: short.bucket(10, 25, percentOf: income), expiresOn: month.next.firstDay)
    }
}
