import Analyses
import Finance
import TestKit
import Testing

@Suite("Savings calculation")
struct SavingsCalculationTests {
    private func input(
        _ pounds: Int64, _ rhythm: SavingsCalculation.Rhythm, _ rate: Double, _ years: Double, inflation: Double = 0,
        tax: Double = 0
    ) -> SavingsCalculation.Input {
        SavingsCalculation.Input(
            amount: Money(pence: pounds * 100), rhythm: rhythm, returnRate: rate, years: years,
            inflationRate: inflation, taxRate: tax)
    }

    private func results(_ input: SavingsCalculation.Input) throws -> [Int64] {
        let made = try SavingsCalculation(input)
        return [made.totalBeforeTax, made.afterTax, made.inflationAdjusted, made.netGain].map(\.pence)
    }

    @Test("the contract's vectors to the penny")
    func vectors() throws {
        #expect(
            try results(input(500, .monthly, 5, 10, inflation: 3, tax: 20))
                == [7_764_114, 7_411_291, 5_514_697, -485_303])
        #expect(
            try results(input(2_400, .yearly, 4, 5, inflation: 2.5)) == [1_299_917, 1_299_917, 1_148_938, -51_062])
    }

    @Test("a return of nothing grows to what is paid in, where the app divides by zero")
    func zeroRate() throws {
        #expect(try results(input(100, .monthly, 0, 2, tax: 20)) == [240_000, 240_000, 240_000, 0])
        #expect(try SavingsCalculation(input(100, .monthly, 0, 2)).contributed == Money(pence: 240_000))
    }

    @Test("a rate close to nothing is close to a rate of nothing")
    func nearZero() throws {
        #expect(try results(input(100, .monthly, 0.000_1, 2))[0] == 240_000 + 0)
    }

    @Test("more years, a higher return or less tax never give less: 500 seeded plans")
    func monotone() throws {
        var draws = SeededGenerator(5)
        for _ in 0..<500 {
            var plan = input(
                .random(in: 0...5_000, using: &draws), .monthly, .random(in: 0...20, using: &draws),
                Double(Int.random(in: 1...480, using: &draws)) / 12, tax: .random(in: 0...99, using: &draws))
            let before = try SavingsCalculation(plan)
            plan.returnRate += 0.5
            plan.years += 0.5
            plan.taxRate = max(0, plan.taxRate - 1)
            let after = try SavingsCalculation(plan)
            #expect(after.totalBeforeTax >= before.totalBeforeTax && after.afterTax >= before.afterTax)
        }
    }

    @Test(
        "what the formula is not for is refused with the field's name",
        arguments: [
            (-1, 5, 10, 3, 20, "amount"), (1, -100, 10, 3, 20, "returnRate"), (1, 5, 0, 3, 20, "years"),
            (1, 5, 101, 3, 20, "years"), (1, 5, 10, -100, 20, "inflationRate"), (1, 5, 10, 3, 101, "taxRate"),
            (1, .nan, 10, 3, 20, "returnRate"),
        ] as [(Int64, Double, Double, Double, Double, String)])
    func refused(amount: Int64, rate: Double, years: Double, inflation: Double, tax: Double, field: String) {
        #expect(throws: CalculationFault.outOfRange(field)) {
            try SavingsCalculation(input(amount, .monthly, rate, years, inflation: inflation, tax: tax))
        }
    }

    @Test("a result beyond an amount is refused, not cut")
    func tooLarge() {
        #expect(throws: CalculationFault.tooLarge) {
            try SavingsCalculation(input(1_000_000, .monthly, 1_000, 100))
        }
    }
}
