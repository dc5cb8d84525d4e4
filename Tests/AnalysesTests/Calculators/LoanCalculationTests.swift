import Analyses
import Finance
import TestKit
import Testing

@Suite("Loan calculation")
struct LoanCalculationTests {
    private func loan(_ pounds: Int64, _ rate: Double, _ years: Double) throws -> LoanCalculation {
        try LoanCalculation(principal: Money(pence: pounds * 100), annualRate: rate, years: years)
    }

    @Test("the contract's vectors to the penny, at a rate and at nothing")
    func vectors() throws {
        let made = try loan(10_000, 5, 5)
        #expect((made.monthlyPayment, made.totalPayable) == (Money(pence: 18_871), Money(pence: 1_132_274)))
        #expect(made.totalInterest == Money(pence: 132_274))
        let free = try loan(12_000, 0, 2)
        #expect((free.monthlyPayment, free.totalPayable) == (Money(pence: 50_000), Money(pence: 1_200_000)))
    }

    @Test("a dearer or longer loan never costs less in all: 500 seeded loans")
    func monotone() throws {
        var draws = SeededGenerator(6)
        for _ in 0..<500 {
            let pounds = Int64.random(in: 0...200_000, using: &draws)
            let rate = Double.random(in: 0...40, using: &draws)
            let years = Double.random(in: 1...30, using: &draws)
            let before = try loan(pounds, rate, years)
            #expect(try loan(pounds, rate + 1, years).totalPayable >= before.totalPayable)
            #expect(try loan(pounds, rate, years + 1).totalPayable >= before.totalPayable)
            #expect(try loan(pounds, rate, years + 1).monthlyPayment <= before.monthlyPayment)
        }
    }

    @Test("what the formula is not for is refused")
    func refused() {
        #expect(throws: CalculationFault.outOfRange("annualInterestRate")) { try loan(1, -1, 1) }
        #expect(throws: CalculationFault.outOfRange("loanTermYears")) { try loan(1, 5, 0) }
        #expect(throws: CalculationFault.outOfRange("principal")) { try loan(-1, 5, 1) }
        #expect(throws: CalculationFault.tooLarge) { try loan(1_000, 1_000, 100) }
    }
}
