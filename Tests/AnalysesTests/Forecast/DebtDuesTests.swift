import Finance
import Testing

@testable import Analyses

@Suite("Debt payments still due")
struct DebtDuesTests {
    private func dues(_ debts: [Debt], on today: String, _ expenses: [Expense] = []) throws -> [Int64] {
        let snapshot = try Histories.snapshot(on: today, expenses, debts: debts)
        let month = Month(containing: snapshot.asOf)
        return DebtDues(of: snapshot, months: (0..<3).map { month.advanced(by: $0) }).byMonth.map(\.pence)
    }

    @Test("due today counts, due yesterday is dealt with until next month")
    func day() throws {
        let debt = try Histories.debt("Card", balance: 90_000, payment: 10_000, due: "2026-03-15")
        #expect(try dues([debt], on: "2026-04-15") == [10_000, 10_000, 10_000])
        #expect(try dues([debt], on: "2026-04-16") == [0, 10_000, 10_000])
    }

    @Test("a debt asks for no more than is owed")
    func balance() throws {
        let debt = try Histories.debt("Card", balance: 15_000, payment: 10_000, due: "2026-04-20")
        #expect(try dues([debt], on: "2026-04-15") == [10_000, 5_000, 0])
    }

    @Test("an instalment that is entered as an expense is not counted twice: by name, or within a pound")
    func entered() throws {
        let debt = try Histories.debt("Car loan", balance: 90_000, payment: 10_000, due: "2026-04-20")
        func isDue(_ name: String, _ pence: Int64, _ day: String = "2026-04-02") throws -> Bool {
            try dues([debt], on: "2026-04-15", [Histories.expense(name, pence, day)])[0] > 0
        }
        #expect(try !isDue("CAR LOAN payment", 3_000))
        #expect(try !isDue("Bank", 10_100))
        #expect(try isDue("Bank", 10_101))
        #expect(try !isDue("Bank", 9_900, "2026-03-02"))
        #expect(try isDue("Bank", 9_900, "2026-02-28"))
        #expect(try isDue("lo", 50))
    }

    @Test("no payment, no due date or nothing owed is nothing due")
    func none() throws {
        var debt = try Histories.debt("Card", balance: 0, payment: 10_000, due: "2026-04-20")
        #expect(try dues([debt], on: "2026-04-15") == [0, 0, 0])
        debt.balance = Money(pence: 5)
        debt.paymentDueOn = nil
        #expect(try dues([debt], on: "2026-04-15") == [0, 0, 0])
    }
}
