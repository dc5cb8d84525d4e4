import Finance
import FoundationEssentials
import Testing

@testable import Analyses

@Suite("Left to spend")
struct LeftToSpendTests {
    private func left(
        received: Int64 = 0, toCome: Int64 = 0, committed: Int64 = 0, debts: Int64 = 0, goals: Int64 = 0,
        spent: Int64 = 0, days: Int = 10, usual: Int64? = nil
    ) -> LeftToSpend {
        LeftToSpend(
            received: Money(pence: received), incomeToCome: Money(pence: toCome), committed: Money(pence: committed),
            debtPayments: Money(pence: debts), goals: Money(pence: goals), spent: Money(pence: spent), daysLeft: days,
            usual: usual.map { Money(pence: $0) })
    }

    @Test("each item moves the outcome by itself, in its own direction")
    func items() {
        #expect(left(toCome: 1_000_00).amount == Money(pence: 1_000_00))
        let all = left(received: 1, toCome: 1_000_00, committed: 20, debts: 300, goals: 4_000, spent: 50_000)
        #expect(all.amount == Money(pence: 1 + 1_000_00 - 20 - 300 - 4_000 - 50_000))
    }

    @Test("a day's share is rounded down; nothing left has none")
    func perDay() {
        #expect(left(toCome: 109, days: 10).perDay == Money(pence: 10))
        #expect(left(toCome: 5, spent: 5).perDay == nil)
        #expect(left(toCome: 5, spent: 6).amount == Money(pence: -1))
    }

    @Test("without income in sight it cannot be told")
    func noIncome() {
        #expect(left(spent: 5).amount == nil && left(spent: 5).afterUsual == nil)
    }

    @Test("usual spending to come is taken off apart, and only when there is a forecast")
    func usual() {
        #expect(left(toCome: 100, usual: 130).afterUsual == Money(pence: -30))
        #expect(left(toCome: 100).afterUsual == nil)
    }

    @Test(
        "items come from dated records: today's are past, tomorrow's to come, the 1st of next month is not this month's"
    )
    func dated() throws {
        let goal = SavingGoal(
            id: "g", name: "Fund", target: Money(pence: 100_000), monthlyTarget: Money(pence: 5_000), saved: .zero,
            startsOn: nil, completesOn: try Histories.day("2027-01-01").start, isCompleted: false, completion: 0)
        let snapshot = try Histories.snapshot(
            on: "2026-04-20",
            [
                Histories.expense("Today", 100, "2026-04-20"), Histories.expense("Tomorrow", 20, "2026-04-21"),
                Histories.expense("Next", 3, "2026-05-01"), Histories.expense("Before", 7, "2026-03-31"),
            ],
            incomes: [
                Histories.income("Pay", 200_000, "2026-03-28"), Histories.income("Gift", 900, "2026-04-20", .once),
            ], debts: [Histories.debt("Card", balance: 90_000, payment: 4_000, due: "2026-04-25")], goals: [goal])
        let left = Forecast(of: snapshot).left
        #expect(left.received == Money(pence: 900) && left.incomeToCome == Money(pence: 200_000))
        #expect(left.spent == Money(pence: 100) && left.committed == Money(pence: 20))
        #expect(left.debtPayments == Money(pence: 4_000) && left.goals == Money(pence: 5_000))
        #expect(left.daysLeft == 11)
        #expect(left.amount == Money(pence: 900 + 200_000 - 100 - 20 - 4_000 - 5_000))
    }
}
