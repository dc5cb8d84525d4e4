import Finance

extension CalculatorTip {
    /// What raising a contribution each year is shown with; an example, not a forecast.
    static let yearlyRaise = 3.0

    /// The plan in figures; then the debts first, where there are any, else what compound growth does.
    static func savings(_ calculation: SavingsCalculation, id: String, for snapshot: Snapshot) -> CalculatorTip {
        var draft = TipDraft(.savings, for: snapshot)
        draft.plan(calculation)
        if snapshot.openDebts.isEmpty { draft.growth(calculation) } else { draft.debtsFirst(calculation) }
        draft.disclaimer()
        return CalculatorTip(draft, calculationID: id)
    }
}

extension TipDraft {
    fileprivate mutating func plan(_ calculation: SavingsCalculation) {
        let input = calculation.input
        let amount = say("amount", "Amount saved each time", .money(input.amount))
        let rate = rate("return", "Yearly return entered", input.returnRate)
        let rhythm = input.rhythm == .monthly ? "month" : "year"
        line("Your savings plan: \(amount) a \(rhythm) for \(years(input.years)) at \(rate) a year.")
        bullet("Paid in by you: \(result("contributed", "Paid in over the plan", calculation.contributed))")
        bullet("Grown to, before tax: \(result("total", "Total before tax", calculation.totalBeforeTax))")
        let tax = self.rate("tax", "Tax on growth entered", input.taxRate)
        bullet("After \(tax) tax on the growth: \(result("after_tax", "Total after tax", calculation.afterTax))")
        let inflation = self.rate("inflation", "Yearly inflation entered", input.inflationRate)
        let real = result("real", "Total in today's money", calculation.inflationAdjusted)
        bullet("In today's money at \(inflation) inflation a year: \(real)")
        let gain = result("net_gain", "Today's money less what was paid in", calculation.netGain)
        bullet("Today's money less what you paid in: \(gain)")
    }

    /// Facts about the debts beside the plan, neutral: which to choose is not said.
    fileprivate mutating func debtsFirst(_ calculation: SavingsCalculation) {
        let debts = snapshot.debtTotals
        let payments = say("debts", "Debt payments each month", .money(debts.monthlyPayment), basis: "all open debts")
        let interest = say(
            "interest", "Capital Loss each month on debts", .money(debts.monthlyInterest),
            basis: "interest parts of all open debts, as entered")
        line(
            "Your debts beside this plan: payments of \(payments) a month, of which \(interest) is Capital Loss (interest)."
        )
        line(monthLine())
        guard let dearest = snapshot.openDebts.compactMap(\.annualRate).max() else { return }
        let own = say(
            "dearest", "Highest yearly rate on a debt", .percent(dearest.percent),
            basis: "as stated, else estimated from the interest part")
        let earned = rate("return", "Yearly return entered", calculation.input.returnRate)
        bullet("Your dearest debt costs \(own) a year; the plan assumes a return of \(earned) a year.")
        if dearest.percent > calculation.input.returnRate {
            bullet("While a debt costs more than savings earn, a pound saved beside it loses the difference.")
        }
    }

    fileprivate mutating func growth(_ calculation: SavingsCalculation) {
        let grown = result("growth", "Growth before tax", calculation.totalBeforeTax - calculation.contributed)
        bullet("Compound interest makes growth grow too: \(grown) of the total before tax is growth.")
        let raise = say(
            "raise", "Yearly raise of the contribution, as an example", .percent(CalculatorTip.yearlyRaise),
            basis: "an example, not a forecast")
        bullet("Raising what you pay in by about \(raise) each year helps it keep up with prices.")
        line(monthLine())
    }

    /// Income and what is left, as the app's overview shows them; a deficit is not hidden.
    mutating func monthLine() -> String {
        let totals = snapshot.thisMonth
        let words = totals.month.words
        guard let income = totals.incomeIfAny else { return "No income is recorded for \(words)." }
        let received = say(
            "income", "Income in \(words)", .money(income), in: totals.month, basis: "dated in the month")
        let left = say(
            "left", "Left over in \(words)", .money(totals.leftOver), in: totals.month, basis: "income minus expenses")
        return "In \(words) your income is \(received), and \(left) is left after expenses."
    }
}
