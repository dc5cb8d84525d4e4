import Finance

extension CalculatorTip {
    /// The loan in figures and what it would do to the month; no lender, no product, no advice to borrow.
    static func loan(_ calculation: LoanCalculation, id: String, for snapshot: Snapshot) -> CalculatorTip {
        var draft = TipDraft(.loan, for: snapshot)
        draft.loan(calculation)
        draft.burden(calculation)
        draft.month(calculation)
        draft.line(
            "Not borrowing, or saving first and buying later, avoids this Capital Loss; a smaller amount or a shorter "
                + "time makes it smaller.")
        draft.disclaimer()
        return CalculatorTip(draft, calculationID: id)
    }
}

extension TipDraft {
    fileprivate mutating func loan(_ calculation: LoanCalculation) {
        let principal = say("principal", "Amount of the loan", .money(calculation.principal))
        let rate = rate("rate", "Yearly interest entered", calculation.annualRate)
        let payment = result("payment", "Monthly payment of the loan", calculation.monthlyPayment)
        line("Borrowing \(principal) over \(years(calculation.years)) at \(rate) a year: \(payment) a month.")
        let total = result("total", "Total to pay back", calculation.totalPayable)
        let interest = result("interest", "Capital Loss over the loan", calculation.totalInterest)
        bullet("To pay back in all: \(total), of which \(interest) is Capital Loss (interest)")
    }

    fileprivate mutating func burden(_ calculation: LoanCalculation) {
        let now = snapshot.debtTotals.monthlyPayment
        let after = now + calculation.monthlyPayment
        let before = say("debts", "Debt payments each month", .money(now), basis: "all open debts")
        let with = say("debts_after", "Debt payments each month with the loan", .money(after), basis: "with the loan")
        bullet("Debt payments each month: \(before) now, \(with) with this loan")
        let income = snapshot.thisMonth.income
        guard let share = now.percent(of: income), let shareAfter = after.percent(of: income) else {
            bullet("Share of income that goes to debts: not known, no income is recorded for \(snapshot.month.words)")
            return
        }
        let basis = "monthly payments divided by income, as typed"
        let dti = say(
            "dti", "Debt payments as a share of income", .percent(Rate(percent: share).percent), in: snapshot.month,
            basis: basis)
        let dtiAfter = say(
            "dti_after", "Debt payments as a share of income with the loan",
            .percent(Rate(percent: shareAfter).percent), in: snapshot.month, basis: basis)
        bullet("Share of income that goes to debts: \(dti) now, \(dtiAfter) with this loan")
    }

    fileprivate mutating func month(_ calculation: LoanCalculation) {
        line(monthLine())
        let totals = snapshot.thisMonth
        guard totals.incomeIfAny != nil else { return }
        let left = say(
            "left_after", "Left over with the loan's payment", .money(totals.leftOver - calculation.monthlyPayment),
            in: totals.month, basis: "income minus expenses minus the loan's payment")
        bullet("With this loan's payment, \(left) would be left.")
    }
}
