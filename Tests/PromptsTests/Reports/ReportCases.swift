import Finance
import FoundationEssentials
import TestKit

/// Small snapshots of April 2026 for single rules of a report; amounts in pence.
enum ReportCases {
    static func snapshot(
        income: Int64? = 2_000_00,
        _ expenses: [(String, Int64, String?)] = [("Rent", 900_00, "Essential(Needs)")],
        debts: [Debt] = [], budgets: [(String, Int64)] = []
    ) -> Snapshot {
        let start = NamedPeople.month.start
        return Snapshot(
            person: Person(id: NamedPeople.noahID, name: "Kit Marsh", role: .user),
            month: NamedPeople.month,
            asOf: NamedPeople.now,
            incomes: income.map {
                [
                    Income(
                        id: "i", name: "Pay", amount: Money(pence: $0), receivedOn: start, frequency: .monthly)
                ]
            } ?? [],
            expenses: expenses.enumerated().map { index, row in
                Expense(
                    id: "e\(index)", name: row.0, amount: Money(pence: row.1), fallsOn: start,
                    frequency: .once,
                    category: row.2)
            },
            budgets: budgets.enumerated().map { index, row in
                Budget(
                    id: "b\(index)", name: row.0, amount: Money(pence: row.1), category: row.0,
                    kind: .personal,
                    createdAt: start)
            }, household: [], debts: debts, goals: [], skipped: [], suspectedDuplicates: [])
    }

    static func debt(_ name: String, _ balance: Int64, payment: Int64, rate: Int?, extra: Int64 = 0)
        -> Debt
    {
        Debt(
            id: name, name: name, balance: Money(pence: balance), monthlyPayment: Money(pence: payment),
            extraPayment: Money(pence: extra), capitalRepayment: .zero, interestRepayment: .zero,
            annualRate: rate.map { Rate(basisPoints: $0) }, rateSource: rate == nil ? .unknown : .stated,
            paymentDueOn: nil, completionRatio: nil)
    }
}
