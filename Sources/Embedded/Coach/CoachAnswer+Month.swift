import Analyses
import Finance

extension CoachAnswer {
    /// What's left: income minus expenses and nothing else, as the app shows it.
    mutating func sayLeft() {
        guard sayMonthIsKnown() else { return }
        let totals = review.month.current
        if totals.leftOver < .zero {
            say("In \(month) more goes out than comes in: you are \(totals.leftOver.magnitude) short.")
        } else {
            say("In \(month) you \(isPast ? "had" : "have") \(totals.leftOver) left.")
        }
        if isCurrentMonth, question.asksToSpend { sayLeftToSpend() }
        say("- Income: \(totals.income) (\(totals.incomeCount.of("receipt")))")
        let payments = totals.expensesIfAny.map { "\($0) (\(totals.expenseCount.of("payment")))" }
        say("- Expenses: \(payments ?? "none recorded, so all of it seems left")")
        if isCurrentMonth, let goals = review.month.goalsMonthly, goals > .zero {
            say("- Your open saving goals ask for \(goals) a month, which is not taken off yet.")
        }
        say("This counts everything dated in the month, payments still to come included. \(CoachWords.noBalance)")
        show(.month)
    }

    /// What may still be spent, a day too, by the forecast: it takes off what is due and planned.
    private mutating func sayLeftToSpend() {
        let forecast = Forecast(of: snapshot)
        guard let amount = forecast.left.amount else { return }
        state(forecast.figures)
        let taken = "After payments still to come, debt payments due and your saving goals"
        guard let day = forecast.left.perDay else {
            return say("\(taken), nothing is left to spend a day: the month is \(amount.magnitude) short.")
        }
        let days = forecast.left.daysLeft.of("day")
        say("\(taken), \(amount) is left to spend until the end of \(month): \(day) a day for \(days), today included.")
    }

    mutating func sayIncome() {
        let receipts = Array(snapshot.incomes(in: snapshot.month))
        guard !receipts.isEmpty else {
            return say("No income is recorded for \(month). Add it in the app and I can work with it.")
        }
        say("Your income in \(month) comes to \(review.month.current.income):")
        list(receipts) { "\(String.quoted($0.name)): \($0.amount) on \(Day($0.receivedOn).words)" }
        show(.month)
    }

    mutating func sayOverview() {
        guard sayMonthIsKnown() else { return }
        let totals = review.month.current
        say("Here is \(month) at a glance:")
        say("- \(Self.inAndOut(totals))")
        if let growth = growthText { say("- \(growth)") }
        if let top = review.spending.names.first {
            say("- Largest expense: \(String.quoted(top.title)), \(top.amount)")
        }
        let debts = review.debts.totals
        if debts.count > 0 {
            say("- You owe \(debts.balance) on \(debts.count.of("debt")) and pay \(debts.monthlyPayment) a month")
        }
        if !review.goals.rows.isEmpty { say("- \(review.goals.totals.saved) saved towards your goals") }
        say(CoachWords.noBalance)
        show(.month)
    }

    mutating func sayRecentMonths() {
        let months = review.recent.months.filter { $0.coverage != .none }
        guard !months.isEmpty else {
            return say(
                "There are no records for the last \(RecentMonths.count) months, so there is nothing to compare.")
        }
        if let growth = growthText { say(growth + ".") }
        say("Month by month:")
        for totals in months {
            say("- \(totals.month.words): \(Self.inAndOut(totals))")
        }
        if months.count == 1 { say("With only one month on record there is no trend to speak of yet.") }
        show(.month)
    }

    mutating func sayUpcoming() {
        let upcoming = UpcomingPayments(of: snapshot)
        let days = UpcomingPayments.days
        if upcoming.rows.isEmpty {
            say("No payment is entered for the next \(days) days.")
        } else {
            let count = upcoming.rows.count.of("payment")
            say("In the next \(days) days \(count) of \(upcoming.total) in all are entered:")
            list(upcoming.rows) { "\(Day($0.fallsOn).words): \(String.quoted($0.name)), \($0.amount)" }
        }
        if !upcoming.debts.isEmpty {
            say("Debt payments due:")
            list(upcoming.debts) { row in
                let due = row.nextDue.map { "\($0.words): " } ?? ""
                return due + "\(String.quoted(row.debt.name)), \(row.debt.monthlyPayment)"
            }
        }
        say("Only what is in the app is known; a bill that was never entered cannot show here.")
    }

    /// False, with the reason said, when the month has no records or no income to take anything from.
    private mutating func sayMonthIsKnown() -> Bool {
        let totals = review.month.current
        if totals.coverage == .none {
            say(
                "There is nothing recorded for \(month), so I cannot say. Add your income and expenses for the month in "
                    + "the app and ask me again.")
            return false
        }
        guard totals.incomeCount == 0 else { return true }
        say(
            "Expenses of \(totals.expenses) are recorded for \(month) but no income, so I cannot say what is left. Add "
                + "your income for the month in the app and ask me again.")
        show(.month)
        return false
    }

    /// What a month brought, took and left; what is not recorded is not called zero.
    private static func inAndOut(_ totals: MonthTotals) -> String {
        let income = totals.incomeIfAny.map { "\($0) in" } ?? "no income recorded"
        let expenses = totals.expensesIfAny.map { "\($0) out" } ?? "no expense recorded"
        guard totals.incomeCount > 0 else { return "\(income), \(expenses)" }
        let left = totals.leftOver < .zero ? "\(totals.leftOver.magnitude) short" : "\(totals.leftOver) left over"
        return "\(income), \(expenses), \(left)"
    }

    private var growthText: String? {
        guard let percent = review.month.growth?.percent else { return nil }
        let before = "\(review.month.previous.expenses) in \(review.month.previous.month.words)"
        if percent == 0 { return "You \(spend) as much in \(month) as the month before (\(before))" }
        let change = percent > 0 ? "more" : "less"
        return "You \(spend) \(abs(percent).percentText) \(change) in \(month) than the month before (\(before))"
    }
}
