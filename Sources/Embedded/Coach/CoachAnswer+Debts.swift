import Analyses
import Finance

extension CoachAnswer {
    /// What is owed. Says what each debt costs; never which one to pay.
    mutating func sayDebts() {
        let debts = review.debts
        guard !debts.rows.isEmpty else {
            return say("No debt with a balance is recorded. If you owe something, add it in the app and ask me again.")
        }
        if let row = CoachSubject.find(in: debts.rows, named: \.debt.name, question) {
            say(row)
        } else {
            sayTotals(debts)
            list(debts.rows) { Self.line($0) }
            let growing = debts.rows.count(where: \.debt.isGrowing)
            if growing > 0 {
                say("The payment on \(growing.of("debt")) is below the monthly interest. \(CoachWords.advice)")
            }
            if let due = debts.nextDue { say("The next payment is due on \(due.words).") }
        }
        if debts.totals.monthlyInterest > .zero {
            say("Capital Loss, the interest part of your payments, is \(debts.totals.monthlyInterest) a month in all.")
        }
        show(.debts)
        say(CoachWords.disclaimer)
    }

    /// "How much is left on the store card" asks what is still owed.
    var isDebtMeant: Bool {
        guard ["left on", "left to pay", "remaining on", "outstanding on"].contains(where: question.says) else {
            return false
        }
        let isNamed = CoachSubject.find(in: review.debts.rows, named: \.debt.name, question) != nil
        return isNamed || ["loan", "card", "overdraft", "finance"].contains(where: question.says)
    }

    /// One debt in full.
    mutating func say(_ row: DebtOverview.Row) {
        say("- " + Self.line(row))
        guard row.debt.isGrowing else { return }
        say(
            "Its payment is below its monthly interest, so what you owe on it grows. A debt adviser can help, for free."
        )
    }

    private mutating func sayTotals(_ debts: DebtOverview) {
        let totals = debts.totals
        say("You owe \(totals.balance) on \(totals.count.of("debt")) and pay \(totals.monthlyPayment) a month.")
        if let share = debts.debtToIncome {
            say("That is \(share.percent.percentText) of your income in \(month).")
        } else {
            say("No income is recorded for \(month), so its share of your income is not known.")
        }
    }

    private static func line(_ row: DebtOverview.Row) -> String {
        let debt = row.debt
        var parts = ["\(debt.balance) owed", "\(debt.monthlyPayment) a month"]
        switch (debt.annualRate, debt.rateSource) {
        case (let rate?, .estimated): parts.append("about \(rate.percent.percentText) a year (estimated)")
        case (let rate?, _): parts.append("\(rate.percent.percentText) a year")
        case (nil, _): parts.append("rate not known: add it in the app")
        }
        if let due = row.nextDue { parts.append("next due \(due.words)") }
        return "\(String.quoted(debt.name)): " + parts.joined(separator: ", ")
    }
}
