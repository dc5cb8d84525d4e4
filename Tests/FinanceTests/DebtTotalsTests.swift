import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Debts")
struct DebtTotalsTests {
    @Test("sums cover all open debts, more than three, cleared ones left out")
    func sums() throws {
        let omar = try NamedPeople.snapshot(of: NamedPeople.omar)
        #expect(omar.debtTotals.count == 5)
        #expect(omar.debtTotals.balance == Money(pence: 3_145_000))
        #expect(omar.debtTotals.monthlyPayment == Money(pence: 71_100))
        #expect(omar.debtToIncome == Rate(basisPoints: 2_844))
    }

    @Test("a debt whose payment is below its interest grows")
    func growing() throws {
        let omar = try NamedPeople.snapshot(of: NamedPeople.omar)
        #expect(omar.debts.filter(\.isGrowing).map(\.name) == ["Payday loan"])
    }

    @Test("the next due date of many debts is the earliest, today included")
    func earliest() throws { #expect(try NamedPeople.snapshot(of: NamedPeople.omar).nextDue == Day("2026-04-20")) }

    @Test(
        "a due date rolls forward by whole months and keeps its day of the month",
        arguments: [
            ("2026-05-05", "2026-04-20", "2026-05-05"), ("2026-04-20", "2026-04-20", "2026-04-20"),
            ("2026-04-19", "2026-04-20", "2026-05-19"), ("2026-01-31", "2026-02-10", "2026-02-28"),
            ("2026-01-31", "2026-03-01", "2026-03-31"), ("2024-01-31", "2024-02-10", "2024-02-29"),
            ("2020-12-15", "2026-01-16", "2026-02-15"), ("2025-11-30", "2026-02-28", "2026-02-28"),
            ("1999-12-31", "2026-04-30", "2026-04-30"),
        ])
    func rolls(stored: String, today: String, expected: String) throws {
        let debt = try debt(due: stored)
        #expect(debt.nextDue(from: try #require(Day(today))) == Day(expected))
    }

    @Test("a complete, a cleared and an undated debt have none")
    func none() throws {
        let today = try #require(Day("2026-04-20"))
        var complete = try debt(due: "2026-05-05")
        complete.completionRatio = 100
        var cleared = try debt(due: "2026-05-05")
        cleared.balance = .zero
        var undated = try debt(due: "2026-05-05")
        undated.paymentDueOn = nil
        #expect([complete, cleared, undated].allSatisfy { $0.nextDue(from: today) == nil })
    }

    @Test("without income in the month a share of income is absent")
    func noIncome() throws {
        var documents = NamedPeople.omar
        documents.incomes = []
        let omar = try NamedPeople.snapshot(of: documents)
        #expect(omar.debtToIncome == nil)
        #expect(omar.debtTotals.monthlyPayment > .zero)
    }

    private func debt(due: String) throws -> Debt {
        Debt(
            id: "1", name: "Loan", balance: Money(pence: 100), monthlyPayment: Money(pence: 10), extraPayment: .zero,
            capitalRepayment: .zero, interestRepayment: .zero, annualRate: nil, rateSource: .unknown,
            paymentDueOn: try #require(Day(due)).start, completionRatio: nil)
    }
}
