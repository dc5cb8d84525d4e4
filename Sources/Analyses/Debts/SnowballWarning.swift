public import Finance

/// Under the snowball more money may cost more interest, because it changes what is cleared when. Found by trying less.
public struct SnowballWarning: Sendable, Hashable {
    /// A difference below this is rounding and not worth a warning.
    public static let least = Money(pence: 100)

    /// The smaller extra payment each month under which it costs less.
    public let monthly: Money
    /// Whether that is without the lump sums.
    public let isWithoutLumpSums: Bool
    /// How much less interest.
    public let costsLess: Money

    /// Tries none, a quarter, a half and three quarters of the monthly extra, and all of it without lump sums; nil when
    /// none of them is cheaper than `plan`.
    init?(_ runner: PlanRunner, _ plan: PayoffPlan?, extra: ExtraPayments) {
        guard let cost = plan?.totalInterest else { return nil }
        let order = runner.debts.byBalance
        var best: (money: ExtraPayments, cost: Money)?
        for less in Self.less(than: extra) {
            guard let other = runner.run(order, less).totalInterest, other < best?.cost ?? cost else { continue }
            best = (less, other)
        }
        guard let best, cost - best.cost >= Self.least else { return nil }
        monthly = best.money.monthly
        isWithoutLumpSums = !extra.lumpSums.isEmpty && best.money.lumpSums.isEmpty
        costsLess = cost - best.cost
    }

    private static func less(than extra: ExtraPayments) -> [ExtraPayments] {
        let quarters: [Int64] = extra.monthly > .zero ? [0, 1, 2, 3] : []
        let smaller = quarters.map {
            ExtraPayments(monthly: Money(pence: extra.monthly.pence * $0 / 4), lumpSums: extra.lumpSums)
        }
        return smaller + (extra.lumpSums.isEmpty ? [] : [ExtraPayments(monthly: extra.monthly)])
    }

    /// The warning in plain words.
    var words: String {
        let lumps = isWithoutLumpSums ? " and no lump sum" : ""
        return "Clearing the smallest balance first costs \(costsLess) more interest with this money than with "
            + "\(monthly) extra a month\(lumps). More money does not always cost less in that order."
    }
}
