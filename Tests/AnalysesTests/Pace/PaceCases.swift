import Analyses
import Finance
import FoundationEssentials
import TestKit

/// April 2026 with one budget of £100.00 and payments linked to it, in pence.
struct PaceCases {
    var amount: Int64 = 100_00
    var payments: [(day: Int, pence: Int64, frequency: Frequency)] = []
    var day = 20
    var month = 4
    var kind = Budget.Kind.personal
    var others: [Budget] = []
    var household: [Budget] = []

    /// One payment of this much on the first.
    static func spent(_ pence: Int64, of amount: Int64 = 100_00, day: Int = 20) -> PaceCases {
        PaceCases(amount: amount, payments: [(1, pence, .once)], day: day)
    }

    /// As many payments of a penny amount, one a day from the first.
    static func daily(_ pence: [Int64], day: Int, of amount: Int64 = 100_00) -> PaceCases {
        PaceCases(amount: amount, payments: pence.enumerated().map { ($0 + 1, $1, .once) }, day: day)
    }

    var snapshot: Snapshot {
        let budgets = [Self.budget("food", "Food", amount, kind, month: month)] + others
        let expenses = payments.enumerated().map { place, payment in
            Expense(
                id: "e\(place)", name: "Shop", amount: Money(pence: payment.pence),
                fallsOn: Self.date(payment.day, month), frequency: payment.frequency, category: "Needs",
                budgetID: "food")
        }
        return Snapshot(
            person: Person(id: NamedPeople.noahID, name: "Case", role: .user),
            month: Month(containing: Self.date(1, month)), asOf: Self.date(day, month).addingTimeInterval(36_000),
            incomes: [], expenses: expenses.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }, budgets: budgets,
            household: household, debts: [], goals: [], skipped: [], suspectedDuplicates: [])
    }

    static func budget(
        _ id: String, _ name: String, _ pence: Int64, _ kind: Budget.Kind = .personal, month: Int = 4,
        isPartners: Bool = false
    ) -> Budget {
        Budget(
            id: id, name: name, amount: Money(pence: pence), category: "Needs", kind: kind, createdAt: date(1, month),
            isPartners: isPartners)
    }

    static func date(_ day: Int, _ month: Int = 4) -> Date { Day(year: 2026, month: month, clampedDay: day).start }
}
