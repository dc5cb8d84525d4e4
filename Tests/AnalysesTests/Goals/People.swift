import Finance
import FoundationEssentials
import TestKit

/// Snapshots of 20 April 2026 for goals and prices, made of amounts in pence.
enum People {
    /// A midnight UTC.
    static func date(_ text: String) -> Date { Day(text)?.start ?? NamedPeople.now }

    /// One month's income and expenses; nil is none recorded.
    struct Past {
        var month: String
        var income: Int64?
        var expenses: Int64?
    }

    /// A person with these months and goals.
    static func snapshot(_ months: [Past] = [], goals: [SavingGoal] = [], debts: [Debt] = []) -> Snapshot {
        let incomes = months.compactMap { past in
            past.income.map {
                Income(
                    id: "i" + past.month, name: "Pay", amount: Money(pence: $0),
                    receivedOn: date(past.month + "-05"), frequency: .monthly)
            }
        }
        let expenses = months.compactMap { past in
            past.expenses.map {
                Expense(
                    id: "e" + past.month, name: "Rent", amount: Money(pence: $0), fallsOn: date(past.month + "-06"),
                    frequency: .monthly)
            }
        }
        return Snapshot(
            person: Person(id: NamedPeople.noahID, name: "Noah", role: .user), month: NamedPeople.month,
            asOf: NamedPeople.now, incomes: incomes, expenses: expenses, budgets: [], household: [], debts: debts,
            goals: goals, skipped: [], suspectedDuplicates: [])
    }

    /// A goal in whole pounds that started on 1 January 2026 unless said otherwise.
    static func goal(
        _ id: String, target: Int64, monthly: Int64, saved: Int64, until end: String?,
        from start: String = "2026-01-01",
        isCompleted: Bool = false
    ) -> SavingGoal {
        SavingGoal(
            id: id, name: "Goal \(id)", target: Money(pence: target * 100), monthlyTarget: Money(pence: monthly * 100),
            saved: Money(pence: saved * 100), startsOn: date(start), completesOn: end.map(date),
            isCompleted: isCompleted, completion: 0)
    }
}
