public import Finance

/// What a price becomes at a typed rate of inflation; years may be fractional (contract 8).
public struct FutureValueCalculation: Sendable, Hashable {
    /// The price today.
    public let initialAmount: Money
    /// Yearly inflation as the person typed it, per cent.
    public let inflationRate: Double
    /// How far ahead.
    public let years: Double
    /// The price then.
    public let futureValue: Money

    /// What it costs more.
    public var rise: Money { futureValue - initialAmount }

    /// Calculates.
    public init(initialAmount: Money, inflationRate: Double, years: Double) throws(CalculationFault) {
        guard initialAmount >= .zero else { throw .outOfRange("initialAmount") }
        try CalculationFault.check(inflationRate, "annualInflationRate", in: CalculationFault.rates)
        try CalculationFault.checkYears(years, "years")
        let factor = CompoundInterest.factor(percent: inflationRate, years: years)
        guard let value = CompoundInterest.halfUp(initialAmount.pounds * factor) else { throw .tooLarge }
        self.initialAmount = initialAmount
        self.inflationRate = inflationRate
        self.years = years
        futureValue = value
    }

    var json: JSON {
        [
            "initialAmount": .money(initialAmount), "annualInflationRate": .number(inflationRate),
            "years": .number(years), "futureValue": .money(futureValue),
        ]
    }
}
