import Finance

extension Forecast {
    /// What goes into what is left to spend, each item by itself.
    var leftItems: [Figure] {
        let dated = "entered ahead, or the next of what repeats"
        let due = "due from today on and not entered as an expense"
        let rows: [(String, String, Money, String, String)] = [
            ("received", "Income received so far in \(words)", left.received, "dated to today", "incomes"),
            ("income_to_come", "Income still to come in \(words)", left.incomeToCome, dated, "incomes"),
            ("committed", "Payments still to come in \(words)", left.committed, dated, "expenses"),
            ("debt_payments", "Debt payments still due in \(words)", left.debtPayments, due, "debts"),
            (
                "goals", "Planned for saving goals in \(words)", left.goals, "monthly targets of open goals",
                "savinggoals"
            ),
            ("spent", "Spent so far in \(words)", left.spent, "expenses dated to today", "expenses"),
        ]
        return rows.map { key, label, money, basis, collection in
            figure(key, label, .money(money), basis, [collection])
        }
    }

    /// What is left, for each day, and after usual spending.
    var leftOutcomes: [Figure] {
        let none = "no income is entered or expected for \(words)"
        let rule = "income received and to come, minus committed, debt payments due, goals and spent"
        let daily = left.perDay == nil ? "nothing is left" : "by days left, today included"
        let usual = abstention?.reason ?? "what is left minus what the remaining days usually bring"
        let rows: [(String, String, Money?, String)] = [
            ("left", "Left to spend in \(words)", left.amount, rule),
            ("per_day", "Left to spend each day until the end of \(words)", left.perDay, daily),
            ("after_usual", "Left at the end of \(words) after usual spending", left.afterUsual, usual),
        ]
        return rows.map { key, label, money, basis in
            figure(
                key, label, money.map { .money($0) }, left.amount == nil ? none : basis,
                ["incomes", "expenses", "debts", "savinggoals"])
        }
    }
}
