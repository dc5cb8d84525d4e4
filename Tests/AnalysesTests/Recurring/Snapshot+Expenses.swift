import Finance
import FoundationEssentials
import TestKit

extension Snapshot {
    /// Maya's snapshot in `today`'s month with these expenses and nothing else.
    static func holding(expenses: [Expense], today: Day, doubled: [[String]] = []) -> Snapshot {
        Snapshot(
            person: Person(id: NamedPeople.mayaID, name: "Maya", role: .user), month: Month(containing: today.start),
            asOf: today.start.addingTimeInterval(36_000), incomes: [], expenses: expenses, budgets: [], household: [],
            debts: [], goals: [], skipped: [], suspectedDuplicates: doubled)
    }

    /// Expenses of one name on these days, in order.
    static func expenses(
        _ name: String, _ days: [String], pence: [Int64], _ frequency: Frequency = .once, category: String? = nil
    ) -> [Expense] {
        days.enumerated().compactMap { index, text in
            Day(text).map { day in
                Expense(
                    id: "\(name)-\(index)", name: name, amount: Money(pence: pence[min(index, pence.count - 1)]),
                    fallsOn: day.start, frequency: frequency, category: category)
            }
        }
    }
}
