import Finance

extension InsightGenerator {
    /// A debt whose monthly payment does not exceed its interest; one whose payment could not be read is left out.
    static let debtNeverClears = InsightGenerator(.debtNeverClears) { ground in
        let unreadable = Set(
            ground.snapshot.skipped
                .filter { $0.collection == "debts" && $0.field == "monthlyPayment" && !$0.reason.hasPrefix("rounded") }
                .map(\.id))
        return ground.burden.neverClearing.filter { !unreadable.contains($0.debt.id) }.map { $0.insight(in: ground) }
    }
}

extension DebtBurden.NeverClearing {
    func insight(in ground: InsightGround) -> Insight {
        let name = String.quoted(debt.name)
        let payment = max(debt.monthlyPayment, .zero)
        // A larger bucket for a payment that covers less than all, than three quarters, than half of the interest.
        let bucket = 1 + [100, 75, 50].count { !payment.isAtLeast($0, percentOf: interest) }
        return Insight(
            kind: .debtNeverClears, subject: debt.id, period: "always",
            title: "The balance of \(name) does not fall",
            text: "The monthly payment of \(name), \(payment), does not exceed its interest of about \(interest) a "
                + "month. At these amounts the balance of \(debt.balance) does not fall; from \(breakEven) a month it "
                + "would begin to.",
            figures: [
                ground.figure("payment", "Monthly payment of \(name)", .money(payment), "as entered"),
                ground.figure(
                    "interest", "Interest a month of \(name)", .money(interest),
                    debt.annualRate == nil ? "the interest part as entered" : "balance times yearly rate, by 12"),
                ground.figure("balance", "Balance of \(name)", .money(debt.balance), "as entered"),
                ground.figure(
                    "breakEven", "Least monthly payment at which the balance of \(name) falls",
                    .money(breakEven), "a month's interest and one penny"),
            ], impact: Money(pence: interest.pence * 12), bucket: bucket)
    }
}
