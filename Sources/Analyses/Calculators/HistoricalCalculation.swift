public import Finance

/// What an amount of an earlier year's money is worth in a later year's, by published inflation (contract 8).
///
/// The rates come from the World Bank and are not stored with the calculation, so a stored one keeps the app's rounded
/// results and is not worked out again.
public struct HistoricalCalculation: Sendable, Hashable {
    /// In money of `fromYear`.
    public let amount: Money
    /// The earlier year.
    public let fromYear: Int
    /// The later year.
    public let toYear: Int
    /// The same in money of `toYear`.
    public let equivalent: Money
    /// How much more that is.
    public let lost: Money
    /// `lost` as a share of `equivalent`, per cent to two decimals from rates, to one from rounded amounts.
    public let lossPercent: Double
    /// Whether the figures name the World Bank as their source.
    public let isFromWorldBank: Bool

    /// Calculates from yearly inflation in per cent. A year without a rate is no year of no inflation: it is a fault.
    public init(amount: Money, fromYear: Int, toYear: Int, rates: [Int: Double]) throws(CalculationFault) {
        let span = try InflationSpan(from: fromYear, to: toYear, rates: rates)
        let then = amount.pounds * span.factor
        guard let equivalent = CompoundInterest.halfUp(then),
            let lost = CompoundInterest.halfUp(then - amount.pounds)
        else { throw .tooLarge }
        let loss = ((1 - 1 / span.factor) * 10_000).rounded(.toNearestOrAwayFromZero) / 100
        try self.init(
            amount: amount, fromYear: fromYear, toYear: toYear, equivalent: equivalent, lost: lost, lossPercent: loss,
            isFromWorldBank: true)
    }

    /// Takes results as the app stored them.
    public init(
        amount: Money, fromYear: Int, toYear: Int, stored equivalent: Money, isFromWorldBank: Bool
    ) throws(CalculationFault) {
        guard let share = (equivalent - amount).percent(of: equivalent) else {
            throw .outOfRange("equivalentAmountInToYear")
        }
        try self.init(
            amount: amount, fromYear: fromYear, toYear: toYear, equivalent: equivalent, lost: equivalent - amount,
            lossPercent: (share * 10).rounded(.toNearestOrAwayFromZero) / 10, isFromWorldBank: isFromWorldBank)
    }

    private init(
        amount: Money, fromYear: Int, toYear: Int, equivalent: Money, lost: Money, lossPercent: Double,
        isFromWorldBank: Bool
    ) throws(CalculationFault) {
        guard amount > .zero else { throw .outOfRange("amount") }
        try InflationSpan.check(from: fromYear, to: toYear)
        self.amount = amount
        self.fromYear = fromYear
        self.toYear = toYear
        self.equivalent = equivalent
        self.lost = lost
        self.lossPercent = lossPercent
        self.isFromWorldBank = isFromWorldBank
    }

    var json: JSON {
        [
            "amount": .money(amount), "fromYear": .int(Int64(fromYear)), "toYear": .int(Int64(toYear)),
            "equivalentAmountInToYear": .money(equivalent), "purchasingPowerLost": .money(lost),
            "purchasingPowerLossPercent": .percent(orNull: lossPercent),
        ]
    }
}

/// Prices between two years: the product of the yearly rates after the first year, up to and with the last.
public struct InflationSpan: Sendable, Hashable {
    /// How many times dearer the later year is.
    public let factor: Double

    /// Multiplies the rates; each year of the span needs one.
    public init(from fromYear: Int, to toYear: Int, rates: [Int: Double]) throws(CalculationFault) {
        try Self.check(from: fromYear, to: toYear)
        var product = 1.0
        for year in fromYear + 1...toYear {
            guard let rate = rates[year], CalculationFault.rates.contains(rate) else {
                throw .unreadable("inflation of \(year)")
            }
            product *= 1 + rate / 100
        }
        factor = product
    }

    /// The other way round, as the older backend does it: money of the later year in money of the earlier.
    public func valueInFromYear(of amount: Money) -> Money? { CompoundInterest.halfUp(amount.pounds / factor) }

    /// How much dearer, per cent to two decimals.
    public var totalInflation: Double { ((factor - 1) * 10_000).rounded(.toNearestOrAwayFromZero) / 100 }

    static func check(from fromYear: Int, to toYear: Int) throws(CalculationFault) {
        guard (1_800...2_200).contains(fromYear), (1_800...2_200).contains(toYear), fromYear < toYear else {
            throw .outOfRange("fromYear or toYear")
        }
    }
}
