import Analyses
import Finance
import Flows
import Foundation
import TestKit

/// Snapshots of 20 April 2026 and runs in them, made of amounts in whole pounds.
enum Given {
    static let now = NamedPeople.now

    static func later(days: Double) -> Date { now.addingTimeInterval(86_400 * days) }

    static func maya() throws -> Snapshot { try NamedPeople.snapshot(of: NamedPeople.maya) }

    static func pounds(_ pounds: Int64) -> Money { Money(pence: pounds * 100) }

    static func date(_ text: String) -> Date { Day(text)?.start ?? now }

    static func snapshot(
        incomes: [(String, Int64)] = [], expenses: [(String, Int64, String?)] = [],
        budgets: [(String, Int64)] = [], debts: [Debt] = [], goals: [SavingGoal] = [], doubled: [[String]] = []
    ) -> Snapshot {
        Snapshot(
            person: Person(id: NamedPeople.noahID, name: "Noah", role: .user), month: NamedPeople.month, asOf: now,
            incomes: incomes.enumerated().map {
                Income(
                    id: "i\($0)", name: "Pay", amount: pounds($1.1), receivedOn: date($1.0),
                    frequency: .monthly)
            }.sorted { $0.receivedOn < $1.receivedOn },
            expenses: expenses.enumerated().map {
                Expense(
                    id: "e\($0)", name: "Payment \($0)", amount: pounds($1.1), fallsOn: date($1.0),
                    frequency: .monthly, category: $1.2)
            }.sorted { $0.fallsOn < $1.fallsOn },
            budgets: budgets.enumerated().map {
                Budget(
                    id: "b\($0)", name: $1.0, amount: pounds($1.1), category: $1.0, kind: .personal,
                    createdAt: date("2026-04-01"))
            }, household: [], debts: debts, goals: goals, skipped: [], suspectedDuplicates: doubled)
    }

    static func goal(
        _ id: String, name: String = "Bike", target: Int64 = 1_000, monthly: Int64 = 0,
        saved: Int64 = 0, until end: String? = "2026-12-20", isCompleted: Bool = false
    ) -> SavingGoal {
        SavingGoal(
            id: id, name: name, target: pounds(target), monthlyTarget: pounds(monthly),
            saved: pounds(saved),
            startsOn: date("2026-01-01"), completesOn: end.map(date), isCompleted: isCompleted,
            completion: 0)
    }

    static func debt(_ id: String, payment: Int64, due: String, balance: Int64 = 500) -> Debt {
        Debt(
            id: id, name: "Card \(id)", balance: pounds(balance), monthlyPayment: pounds(payment),
            extraPayment: .zero,
            capitalRepayment: .zero, interestRepayment: .zero, annualRate: nil, rateSource: .unknown,
            paymentDueOn: date(due), completionRatio: nil)
    }

    static func item(_ id: String, due: String = "2026-04-25", rule: String? = nil) -> PlanItem {
        PlanItem(id: id, text: "Step \(id)", dueOn: Day(date(due)), rule: rule)
    }

    /// An onboarding with these answers, the other questions skipped as far as they can be.
    static func onboarded(_ answers: [String: FlowInput], in snapshot: Snapshot) throws -> FlowRun {
        var run = FlowRun.onboarding(id: "f1", of: snapshot, at: now)
        return try finish(&run, answers, or: ["cadence": .text("weekly")])
    }

    /// Answers what is given, skips the rest.
    static func finish(
        _ run: inout FlowRun, _ answers: [String: FlowInput], or needed: [String: FlowInput] = [:]
    ) throws -> FlowRun {
        while let step = run.current {
            let input = answers[step.id] ?? needed[step.id]
            try run.apply(input.map { .answer(step.id, $0) } ?? .skip(step.id), at: now)
        }
        return run
    }

    static func stored<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
}
