import Analyses
import Finance
import FoundationEssentials
import TestKit

/// Small snapshots for the screening rules: April 2026, read on the 20th, amounts in pounds.
struct RiskCases {
    var income: Int64? = 2_000
    var debts: [Debt] = []
    /// Income and expenses of February, March and April; nil income is "not recorded".
    var months: [(income: Int64?, expenses: Int64)] = []
    var budgets: [(category: String, amount: Int64, spent: Int64)] = []
    var saved: Int64?
    var day = "2026-04-20"

    var snapshot: Snapshot {
        var incomes = income.map { [receipt($0, "2026-04-10")] } ?? []
        var expenses: [Expense] = []
        for (index, month) in months.enumerated() {
            let date = "2026-0\(index + 2)-12"
            if index < 2, let income = month.income { incomes.append(receipt(income, date)) }
            if month.expenses != 0 { expenses.append(payment(month.expenses, date)) }
        }
        for budget in budgets where budget.spent != 0 {
            expenses.append(payment(budget.spent, "2026-04-15", budget.category))
        }
        return Snapshot(
            person: Person(id: NamedPeople.noahID, name: "Case", role: .user), month: NamedPeople.month,
            asOf: Self.date(day), incomes: incomes.sorted { $0.receivedOn < $1.receivedOn },
            expenses: expenses.sorted { $0.fallsOn < $1.fallsOn }, budgets: allocations, household: [], debts: debts,
            goals: saved.map { [goal($0)] } ?? [], skipped: [], suspectedDuplicates: [])
    }

    /// The assessment without a night before.
    var assessment: RiskAssessment { RiskAssessment(of: snapshot) }

    /// A rule of the assessment.
    func rule(_ kind: RiskRule.Kind) -> RiskRule? { assessment.rules.first { $0.kind == kind } }

    /// An open debt; payment and interest in pence, so that boundaries can be met exactly.
    static func debt(
        _ id: String = "d1", owed: Int64 = 1_000, payment: Int64, interest: Int64 = 0, rate: Rate? = nil,
        due: String? = nil, ratio: Double? = nil
    ) -> Debt {
        Debt(
            id: id, name: "Debt \(id)", balance: Money(pence: owed * 100), monthlyPayment: Money(pence: payment),
            extraPayment: .zero, capitalRepayment: .zero, interestRepayment: Money(pence: interest), annualRate: rate,
            rateSource: rate == nil ? .unknown : .stated, paymentDueOn: due.map { date($0) }, completionRatio: ratio)
    }

    static func date(_ text: String) -> Date {
        guard let day = Day(text) else { preconditionFailure("a test day must be readable: \(text)") }
        return day.start
    }

    private var allocations: [Budget] {
        budgets.enumerated().map { index, budget in
            Budget(
                id: "b\(index)", name: budget.category, amount: Money(pence: budget.amount * 100),
                category: budget.category, kind: .personal, createdAt: Self.date("2026-04-02"))
        }
    }

    private func receipt(_ pounds: Int64, _ day: String) -> Income {
        Income(
            id: "i\(day)", name: "Pay", amount: Money(pence: pounds * 100), receivedOn: Self.date(day),
            frequency: .monthly)
    }

    private func payment(_ pounds: Int64, _ day: String, _ category: String? = nil) -> Expense {
        Expense(
            id: "e\(day)\(category ?? "")", name: "Bill", amount: Money(pence: pounds * 100), fallsOn: Self.date(day),
            frequency: .once, category: category)
    }

    private func goal(_ pounds: Int64) -> SavingGoal {
        SavingGoal(
            id: "g", name: "Cushion", target: Money(pence: 10_000_00), monthlyTarget: .zero,
            saved: Money(pence: pounds * 100), startsOn: nil, completesOn: nil, isCompleted: false, completion: 0)
    }
}
