import Analyses
import Finance
import FoundationEssentials

@testable import Drafts

/// Rosa, on Saturday 21 November 2026: five budgets, two of them for holidays, two debts, three goals.
enum Rosa {
    static let now = Date(timeIntervalSince1970: 1_795_257_000)
    static let today = day("2026-11-21")
    static let month = Month(containing: now)
    static let id = user("66200000000000000000f001")

    static var snapshot: Snapshot {
        Snapshot(
            person: Person(id: id, name: "Rosa", role: .user), month: month, asOf: now,
            incomes: [
                Income(
                    id: hex("a1"), name: "Salary", amount: pounds(2_000), receivedOn: day("2026-11-01").start,
                    frequency: .monthly)
            ], expenses: expenses, budgets: budgets, household: [], debts: debts, goals: goals, skipped: [],
            suspectedDuplicates: [])
    }

    static var budgets: [Budget] {
        [
            budget("b1", "Groceries", 250, "Essential(Needs)"), budget("b2", "Eating out", 120, "Discretionary(Wants)"),
            budget("b3", "Holiday clothes", 60, "Discretionary(Wants)"), budget("b4", "Emergency pot", 100, "Savings"),
            budget("b5", "Gym", 35, "Discretionary(Wants)"),
        ]
    }

    static var expenses: [Expense] {
        [
            expense("e1", "Gym", 35, "2026-11-05", .monthly, budget: "b5"),
            expense("e2", "Dinner", 40, "2026-11-10", .once, budget: "b2"),
        ]
    }

    static var debts: [Debt] {
        [debt("d1", "Credit card", 1_200, pays: 60, rate: 2_490), debt("d2", "Car loan", 5_000, pays: 150, rate: 690)]
    }

    static var goals: [SavingGoal] {
        [goal("c1", "Holiday fund", 1_000, saved: 300), goal("c2", "New bike", 600, saved: 0)]
    }

    static func expense(
        _ tail: String, _ name: String, _ amount: Int64, _ on: String, _ frequency: Frequency, budget: String? = nil,
        made: String? = nil
    ) -> Expense {
        Expense(
            id: hex(tail), name: name, amount: pounds(amount), fallsOn: day(on).start, frequency: frequency,
            category: budget == nil ? nil : "Discretionary(Wants)", budgetID: budget.map(hex),
            createdAt: made.map { day($0).start })
    }

    static func budget(_ tail: String, _ name: String, _ amount: Int64, _ category: String) -> Budget {
        Budget(
            id: hex(tail), name: name, amount: pounds(amount), category: category, kind: .personal,
            createdAt: day("2026-11-02").start)
    }

    static func debt(_ tail: String, _ name: String, _ balance: Int64, pays: Int64, rate: Int) -> Debt {
        Debt(
            id: hex(tail), name: name, balance: pounds(balance), monthlyPayment: pounds(pays), extraPayment: .zero,
            capitalRepayment: .zero, interestRepayment: .zero, annualRate: Rate(basisPoints: rate), rateSource: .stated,
            paymentDueOn: day("2026-12-01").start, completionRatio: 0)
    }

    static func goal(_ tail: String, _ name: String, _ target: Int64, saved: Int64) -> SavingGoal {
        SavingGoal(
            id: hex(tail), name: name, target: pounds(target), monthlyTarget: pounds(50), saved: pounds(saved),
            startsOn: day("2026-01-01").start, completesOn: day("2027-12-01").start, isCompleted: false, completion: 0)
    }

    static func hex(_ tail: String) -> String { String(repeating: "0", count: 24 - tail.count) + tail }
    static func pounds(_ pounds: Int64) -> Money { Money(pence: pounds * 100) }

    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("a test day must be readable: \(text)") }
        return day
    }

    static func user(_ text: String) -> UserID {
        guard let user = UserID(text) else { preconditionFailure("a test id must be hex: \(text)") }
        return user
    }

    /// A message read and settled.
    static func ask(_ message: String, on snapshot: Snapshot = snapshot, for shape: BackendShape = .current)
        -> Settlement?
    {
        Wish(words: message, on: snapshot)?.settled(on: snapshot, for: shape)
    }

    /// The draft of a message that needs no question.
    static func draft(_ message: String, on snapshot: Snapshot = snapshot) -> Draft? {
        if case .draft(let draft) = ask(message, on: snapshot) { return draft }
        return nil
    }

    /// The question a message leads to.
    static func question(_ message: String, on snapshot: Snapshot = snapshot) -> Question? {
        if case .question(let question) = ask(message, on: snapshot) { return question }
        return nil
    }
}

extension Settlement {
    var draft: Draft? {
        if case .draft(let draft) = self { return draft }
        return nil
    }

    var question: Question? {
        if case .question(let question) = self { return question }
        return nil
    }

    var words: String? {
        if case .refused(let faults) = self { return faults.words }
        return nil
    }
}

extension Draft {
    var text: String {
        let request = request(for: .current)
        return "\(request.method.rawValue) \(request.path) \(request.body.text)"
    }
}
