import Analyses
import Finance

// Generic and balanced: what joining debts can do either way, and who goes through it for free.
extension DebtReport {
    /// Consolidation in general terms, beside the person's own rates.
    mutating func consolidation() -> ReportInsight {
        let what = "Consolidation joins several debts into one; refinancing swaps a debt for one on other terms. "
        let both = "Either can help or harm, depending on the terms:"
        let points = [
            "It can lower the rate, or make one monthly payment of several",
            "A longer term can raise the total Capital Loss even at a lower rate",
            "Fees and early repayment charges count towards the cost",
            "A debt secured on a home puts the home at risk",
            "An account that is cleared this way can be run up again",
        ]
        let help = "Free and impartial debt advisers compare all the options for your whole situation:"
        return point(2, [what + both] + points.bullets + now().bullets + [help] + draft.signposts())
    }

    /// The person's own debts, against which any terms can be held.
    private mutating func now() -> [String] {
        guard let largest = debts.rows.first?.debt else { return [] }
        let name = draft.name(largest.name)
        return ["Your largest debt: \(name), \(draft.balance(of: largest)) owed"] + rates()
    }

    private mutating func rates() -> [String] {
        let planned = plan.portfolio.planned
        guard let low = planned.map(\.rate).min(), let high = planned.map(\.rate).max(), planned.count > 1,
            let average = Self.average(of: planned)
        else { return [] }
        let lowest = draft.say("report.rates.low", "Lowest yearly rate of your debts", .percent(low.percent))
        guard low < high else { return ["Your rate now: \(lowest) a year on each"] }
        let highest = draft.say("report.rates.high", "Highest yearly rate of your debts", .percent(high.percent))
        let middle = draft.say(
            "report.rates.average", "Average yearly rate of your debts, by balance", .percent(average.percent),
            basis: "each rate weighted by what is owed")
        return ["Your rates now: \(lowest) to \(highest) a year, \(middle) on average by balance"]
    }

    /// Weighted by balance, to the nearest basis point.
    static func average(of debts: [PlannedDebt]) -> Rate? {
        let whole = debts.reduce(Int128(0)) { $0 + Int128($1.balance.pence) }
        guard whole > 0 else { return nil }
        let weighted = debts.reduce(Int128(0)) { $0 + Int128($1.balance.pence) * Int128($1.rate.basisPoints) }
        return Rate(basisPoints: Int(clamping: (weighted * 2 + whole) / (whole * 2)))
    }
}
