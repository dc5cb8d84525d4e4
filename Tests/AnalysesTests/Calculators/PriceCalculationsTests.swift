import Analyses
import Finance
import Testing

@Suite("Prices across years")
struct PriceCalculationsTests {
    private static let rates = [2_021: 2.5, 2_022: 7.9, 2_023: 6.8, 2_024: 3.3]
    private static let hundred = Money(pence: 100_00)

    @Test(
        "the contract's future values to the penny, fractional years too",
        arguments: [(1_000, 3, 5, 1_159_27), (250, 2.5, 1.5, 259_43), (1_000, 0, 5, 1_000_00), (100, -50, 2, 25_00)]
            as [(Int64, Double, Double, Int64)])
    func future(pounds: Int64, rate: Double, years: Double, pence: Int64) throws {
        let made = try FutureValueCalculation(
            initialAmount: Money(pence: pounds * 100), inflationRate: rate, years: years)
        #expect(made.futureValue == Money(pence: pence))
        #expect(made.rise == Money(pence: pence - pounds * 100))
    }

    @Test("the contract's historical vectors, both backends' directions")
    func historical() throws {
        let made = try HistoricalCalculation(amount: Self.hundred, fromYear: 2_020, toYear: 2_024, rates: Self.rates)
        #expect((made.equivalent, made.lost) == (Money(pence: 122_02), Money(pence: 22_02)))
        #expect(made.lossPercent == 18.04)
        let span = try InflationSpan(from: 2_020, to: 2_024, rates: Self.rates)
        #expect(span.valueInFromYear(of: Self.hundred) == Money(pence: 81_96))
        #expect(span.totalInflation == 22.02)
    }

    @Test("the first year's rate is left out and the last year's is in")
    func edges() throws {
        let rates = [2_020: 50.0, 2_021: 10, 2_022: 0]
        #expect(try InflationSpan(from: 2_020, to: 2_021, rates: rates).totalInflation == 10)
        #expect(try InflationSpan(from: 2_020, to: 2_022, rates: rates).totalInflation == 10)
    }

    @Test("a year without a rate is not a year without inflation")
    func gap() {
        #expect(throws: CalculationFault.unreadable("inflation of 2025")) {
            try InflationSpan(from: 2_020, to: 2_025, rates: Self.rates)
        }
    }

    @Test("years that are not in order are refused", arguments: [(2_024, 2_020), (2_024, 2_024), (1, 2_020)])
    func order(from: Int, to: Int) {
        #expect(throws: CalculationFault.outOfRange("fromYear or toYear")) {
            try InflationSpan(from: from, to: to, rates: Self.rates)
        }
    }

    @Test("a stored result gives its loss to one decimal, since its amounts are rounded")
    func stored() throws {
        let made = try HistoricalCalculation(
            amount: Self.hundred, fromYear: 2_020, toYear: 2_024, stored: Money(pence: 122_02), isFromWorldBank: true)
        #expect((made.lost, made.lossPercent) == (Money(pence: 22_02), 18))
        #expect(throws: CalculationFault.outOfRange("equivalentAmountInToYear")) {
            try HistoricalCalculation(
                amount: Self.hundred, fromYear: 2_020, toYear: 2_024, stored: .zero, isFromWorldBank: true)
        }
    }
}
