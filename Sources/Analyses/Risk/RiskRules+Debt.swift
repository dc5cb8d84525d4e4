import Finance

extension RiskRule {
    /// Payments as typed beside income. Open debts without any income recorded are as high as it goes, since nothing
    /// says that they can be paid at all.
    static func debtToIncome(_ burden: DebtBurden, in month: Month) -> RiskRule {
        let scale = RiskScale.debtToIncome
        let points = burden.debtToIncomePoints(burden.typedShare)
        let text: String
        if burden.count == 0 {
            text = "No debt is open."
        } else if let income = burden.income {
            text =
                "Debt payments of \(burden.payments) a month beside income of \(income) in \(month.words), "
                + "both as typed; income is taken as net."
        } else {
            text = "Income unknown: debts are open, but no income is recorded for \(month.words)."
        }
        return RiskRule(
            .debtToIncome, input: burden.count == 0 ? nil : burden.typedShare.map { .percent($0.percent) },
            threshold: scale.percentWords
                + "; income unknown: \(scale.most) points",
            contribution: points, most: scale.most, explanation: text,
            details: [
                Detail("payments", "Debt payments each month, all debts", .money(burden.payments)),
                Detail("counted", "Debt payments each month as counted", .money(burden.counted)),
            ] + (burden.income.map { [Detail("income", "Income in \(month.words)", .money($0))] } ?? []))
    }

    /// Debts that never clear. Its points are those that counting them at their break-even payment adds to the rule
    /// above, no more; see `DebtBurden` for why.
    static func neverClearing(_ burden: DebtBurden) -> RiskRule {
        let added = burden.debtToIncomePoints(burden.countedShare) - burden.debtToIncomePoints(burden.typedShare)
        let worst = burden.neverClearing.first.map { row in
            "\(String.quoted(row.debt.name)): a payment of \(row.debt.monthlyPayment) does not exceed interest of "
                + "\(row.interest) a month; it begins to clear at \(row.breakEven)."
        }
        return RiskRule(
            .neverClearing, input: .count(burden.neverClearing.count),
            threshold: "a payment up to the month's interest; counted at one penny above that interest; "
                + "with the rule above at most \(RiskScale.debtToIncome.most) points",
            contribution: added, most: RiskScale.debtToIncome.most,
            explanation: worst ?? "Every open debt with known interest is paid more than its interest.")
    }

    /// Growth of what is owed since the earliest balance remembered.
    static func debtGrowth(from point: BalancePoint?, to balance: Money) -> RiskRule {
        let scale = RiskScale.debtGrowth
        let grown = point.map { balance - $0.balance }
        var points = 0
        if let point, let grown, grown >= Self.leastGrowth {
            // From nothing, any growth is beyond every share of it.
            points =
                grown.percent(of: point.balance).map { scale.points(at: Int64(Rate(percent: $0).basisPoints)) }
                ?? scale.most
        }
        let text =
            point.map { "Owed \($0.balance) on \($0.day.words), \(balance) now." }
            ?? "No balance of four weeks ago or more is remembered yet."
        return RiskRule(
            .debtGrowth, input: grown.map { .money($0) },
            threshold: scale.percentWords + "; at least \(Self.leastGrowth)",
            contribution: points, most: scale.most, explanation: text,
            details: point.map { point in
                [
                    Detail("before", "Owed earlier", .money(point.balance)),
                    Detail("day", "Day of the earlier sum", .day(point.day)),
                    Detail("now", "Owed now", .money(balance)),
                ]
            } ?? [])
    }

    /// Growth below this is noise of interest and rounding.
    static let leastGrowth = Money(pence: 50_00)
}

extension DebtBurden {
    func debtToIncomePoints(_ share: Rate?) -> Int {
        guard count > 0 else { return 0 }
        guard let share else { return RiskScale.debtToIncome.most }
        return RiskScale.debtToIncome.points(at: Int64(share.basisPoints))
    }
}
