public import Finance

/// What regular saving grows to: an ordinary annuity, paid in at the end of each period (contract 8).
public struct SavingsCalculation: Sendable, Hashable {
    /// How often is paid in; the raw value is the stored spelling.
    public enum Rhythm: String, Sendable, Hashable {
        /// Twelve times or once a year.
        case monthly = "Monthly", yearly = "Yearly"

        var perYear: Double { self == .monthly ? 12 : 1 }
    }

    /// What is typed into the calculator.
    public struct Input: Sendable, Hashable {
        /// What is paid in each period.
        public var amount: Money
        /// How often.
        public var rhythm: Rhythm
        /// Yearly return, per cent.
        public var returnRate: Double
        /// For how long.
        public var years: Double
        /// Yearly inflation, per cent.
        public var inflationRate: Double
        /// Tax on the growth, per cent.
        public var taxRate: Double

        /// An input with every part given.
        public init(
            amount: Money, rhythm: Rhythm, returnRate: Double, years: Double, inflationRate: Double, taxRate: Double
        ) {
            self.amount = amount
            self.rhythm = rhythm
            self.returnRate = returnRate
            self.years = years
            self.inflationRate = inflationRate
            self.taxRate = taxRate
        }
    }

    /// What was typed.
    public let input: Input
    /// The sum paid in.
    public let contributed: Money
    /// What it grows to before tax.
    public let totalBeforeTax: Money
    /// What is left after tax on the growth.
    public let afterTax: Money
    /// That in the money of the first day.
    public let inflationAdjusted: Money
    /// `inflationAdjusted` minus what was paid in; it mixes money of two times, as the app does.
    public let netGain: Money

    /// Calculates; a return of 0 % grows to what was paid in.
    public init(_ input: Input) throws(CalculationFault) {
        try Self.check(input)
        let periods = input.years * input.rhythm.perYear
        let rate = input.returnRate / 100 / input.rhythm.perYear
        let amount = input.amount.pounds
        let paid = amount * periods
        let total = rate == 0 ? paid : amount * (CompoundInterest.power(1 + rate, periods) - 1) / rate
        let taxed = total - (total - paid) * input.taxRate / 100
        let real = taxed / CompoundInterest.factor(percent: input.inflationRate, years: input.years)
        guard let contributed = CompoundInterest.fixed(paid), let before = CompoundInterest.fixed(total),
            let after = CompoundInterest.fixed(taxed), let adjusted = CompoundInterest.fixed(real),
            let gain = CompoundInterest.fixed(real - paid)
        else { throw .tooLarge }
        self.input = input
        self.contributed = contributed
        totalBeforeTax = before
        afterTax = after
        inflationAdjusted = adjusted
        netGain = gain
    }

    private static func check(_ input: Input) throws(CalculationFault) {
        guard input.amount >= .zero else { throw .outOfRange("amount") }
        try CalculationFault.check(input.returnRate, "returnRate", in: CalculationFault.rates)
        try CalculationFault.check(input.inflationRate, "inflationRate", in: CalculationFault.rates)
        try CalculationFault.check(input.taxRate, "taxRate", in: 0...100)
        try CalculationFault.checkYears(input.years, "years")
    }

    var json: JSON {
        [
            "amount": .money(input.amount), "frequency": .string(input.rhythm.rawValue),
            "returnRate": .number(input.returnRate), "years": .number(input.years),
            "inflationRate": .number(input.inflationRate), "taxRate": .number(input.taxRate),
            "contributed": .money(contributed), "totalSavedBeforeTax": .money(totalBeforeTax),
            "afterTax": .money(afterTax), "inflationAdjustedValue": .money(inflationAdjusted),
            "netGain": .money(netGain),
        ]
    }
}
