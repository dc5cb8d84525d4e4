import Finance
import Testing

/// Snapshots written by hand, a line for each record.
enum Histories {
    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static func expense(
        _ name: String, _ pence: Int64, _ on: String, _ frequency: Frequency = .once, category: String? = "Food",
        entered: String? = nil
    ) throws -> Expense {
        Expense(
            id: "\(name) \(on)", name: name, amount: Money(pence: pence), fallsOn: try day(on).start,
            frequency: frequency, category: category, createdAt: try entered.map { try day($0).start })
    }

    static func income(_ name: String, _ pence: Int64, _ on: String, _ frequency: Frequency = .monthly) throws -> Income
    {
        Income(
            id: "\(name) \(on)", name: name, amount: Money(pence: pence), receivedOn: try day(on).start,
            frequency: frequency)
    }

    /// The same one-off on the first of each of `count` months from `first` on, its amount told by the month's place.
    static func monthly(
        _ name: String, from first: String, count: Int, category: String? = "Food", _ pence: (Int) -> Int64
    ) throws -> [Expense] {
        let start = try #require(Month(first))
        return try (0..<count).map { place in
            try expense(name, pence(place), "\(start.advanced(by: place))-01", category: category)
        }
    }

    static func snapshot(
        on today: String, _ expenses: [Expense], incomes: [Income] = [], debts: [Debt] = [], goals: [SavingGoal] = []
    ) throws -> Snapshot {
        let day = try day(today)
        let user = try #require(UserID("661f0a1b2c3d4e5f60718293"))
        return Snapshot(
            person: Person(id: user, name: "Test", role: .user), month: Month(containing: day.start), asOf: day.start,
            incomes: incomes.sorted { $0.receivedOn < $1.receivedOn },
            expenses: expenses.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }, budgets: [], household: [],
            debts: debts, goals: goals, skipped: [], suspectedDuplicates: [])
    }

    static func debt(_ name: String, balance: Int64, payment: Int64, due: String) throws -> Debt {
        Debt(
            id: name, name: name, balance: Money(pence: balance), monthlyPayment: Money(pence: payment),
            extraPayment: .zero, capitalRepayment: .zero, interestRepayment: .zero, annualRate: nil,
            rateSource: .unknown, paymentDueOn: try day(due).start, completionRatio: nil)
    }
}
