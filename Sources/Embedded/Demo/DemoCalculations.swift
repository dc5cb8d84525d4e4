import Analyses
import Finance

/// What a demo person typed into the app's four calculators, each with its results, as the newer backend stores them: the
/// older one stored none. Drawn from a stream of their own, so that nobody's other records depend on them.
struct DemoCalculations {
    private let number: Int
    private let created: Document.Value
    private(set) var batch: DemoPeople.Batch = []

    init(of profile: DemoProfile, origin: Month, seed: UInt64) {
        number = profile.number
        created = DemoRecord.date(origin.firstDay.advanced(by: 33), minute: 1_185)
        guard !profile.isOldShape, !profile.isAdmin else { return }
        if number == DemoProfile.featured.number { addFeatured() } else { draw(seed) }
    }

    private mutating func addFeatured() {
        addSavings(Money(pence: 150_00), .monthly, years: 3, returning: 4.1)
        addLoan(Money(pence: 5_000_00), rate: 7.9, years: 3)
        addFutureValue(Money(pence: 1_800_00), years: 2)
        addHistorical(Money(pence: 1_000_00), from: 2_020)
    }

    private mutating func draw(_ seed: UInt64) {
        var draws = SeededDraws(seed, number, 2)
        if draws.chance(35) {
            let isYearly = draws.chance(20)
            let amount = draws.pounds(isYearly ? 300...2_400 : 25...400)
            let rate = Double(draws.int(20...52)) / 10
            addSavings(amount, isYearly ? .yearly : .monthly, years: draws.int(1...15), returning: rate)
        }
        if draws.chance(30) {
            let principal = draws.pounds(8...150)
            let rate = Double(draws.int(0...199)) / 10
            addLoan(Money(pence: principal.pence * 100), rate: rate, years: draws.int(1...7))
        }
        if draws.chance(20) { addFutureValue(draws.pounds(200...20_000), years: draws.int(1...10)) }
        if draws.chance(15) { addHistorical(draws.pounds(50...5_000), from: draws.int(2_020...2_023)) }
    }

    private mutating func addSavings(
        _ amount: Money, _ rhythm: SavingsCalculation.Rhythm, years: Int, returning rate: Double
    ) {
        let input = SavingsCalculation.Input(
            amount: amount, rhythm: rhythm, returnRate: rate, years: Double(years), inflationRate: 2.5, taxRate: 20)
        guard let result = try? SavingsCalculation(input) else { return }
        add(
            "savingcalculations", 0,
            [
                "amount": DemoRecord.amount(amount), "frequency": .string(rhythm.rawValue),
                "returnRate": .double(rate), "years": .int(Int64(years)), "inflationRate": .double(2.5),
                "taxRate": .int(20), "totalSavedBeforeTax": DemoRecord.amount(result.totalBeforeTax),
                "afterTax": DemoRecord.amount(result.afterTax),
                "inflationAdjustedValue": DemoRecord.amount(result.inflationAdjusted),
                "netGain": DemoRecord.amount(result.netGain),
            ])
    }

    private mutating func addLoan(_ principal: Money, rate: Double, years: Int) {
        guard let result = try? LoanCalculation(principal: principal, annualRate: rate, years: Double(years))
        else { return }
        add(
            "loanrepaymentcalculations", 1,
            [
                "principal": DemoRecord.amount(principal), "annualInterestRate": .double(rate),
                "loanTermYears": .int(Int64(years)), "monthlyPayment": DemoRecord.amount(result.monthlyPayment),
                "totalPayableAmount": DemoRecord.amount(result.totalPayable),
            ])
    }

    private mutating func addFutureValue(_ price: Money, years: Int) {
        guard let result = try? FutureValueCalculation(initialAmount: price, inflationRate: 3, years: Double(years))
        else { return }
        add(
            "inflationcalculations", 2,
            [
                "initialAmount": DemoRecord.amount(price), "annualInflationRate": .int(3),
                "years": .int(Int64(years)), "futureValue": DemoRecord.amount(result.futureValue),
            ])
    }

    private mutating func addHistorical(_ amount: Money, from year: Int) {
        let result = try? HistoricalCalculation(amount: amount, fromYear: year, toYear: 2_024, rates: Self.inflation)
        guard let result else { return }
        add(
            "inflationapicalculations", 3,
            [
                "fromYear": .int(Int64(year)), "toYear": .int(2_024), "amount": DemoRecord.amount(amount),
                "equivalentAmountInToYear": DemoRecord.amount(result.equivalent),
                "purchasingPowerLost": DemoRecord.amount(result.lost), "countryCode": .string("GB"),
                "dataSource": .string("World Bank API"),
            ])
    }

    /// Yearly change of UK consumer prices in per cent, to one decimal.
    private static let inflation = [2_021: 2.5, 2_022: 7.9, 2_023: 6.8, 2_024: 3.3]

    private mutating func add(_ collection: String, _ place: Int, _ fields: [String: Document.Value]) {
        var document = DemoRecord.make(
            DemoRecord.id(.calculation, of: number, in: nil, place), owner: number, created: created, fields)
        // Calculations are never deleted, and the backend keeps no flag for it.
        document.fields["isDeleted"] = nil
        batch.append((collection, [document]))
    }
}
