public import Finance

/// The latest calculations of one person, worked out again from what was typed: the stored results are not trusted, since
/// the older backend stored nothing usable for a return of 0 %.
public struct Calculations: Sendable, Hashable {
    /// Regular saving.
    public let savings: CalculatorEntry<SavingsCalculation>
    /// A loan.
    public let loan: CalculatorEntry<LoanCalculation>
    /// A price at a typed rate of inflation.
    public let futureValue: CalculatorEntry<FutureValueCalculation>
    /// An amount across years of published inflation.
    public let historical: CalculatorEntry<HistoricalCalculation>

    /// Reads what is stored for `owner`.
    public init(_ documents: CalculatorDocuments, of owner: UserID) {
        savings = CalculatorEntry(documents.savings, of: owner, Self.savings)
        loan = CalculatorEntry(documents.loan, of: owner, Self.loan)
        futureValue = CalculatorEntry(documents.futureValue, of: owner, Self.futureValue)
        historical = CalculatorEntry(documents.historical, of: owner, Self.historical)
    }

    private static func savings(_ document: Document) throws(CalculationFault) -> SavingsCalculation {
        // The backend treats every other word as yearly.
        let rhythm = SavingsCalculation.Rhythm(rawValue: document.text("frequency") ?? "") ?? .yearly
        return try SavingsCalculation(
            SavingsCalculation.Input(
                amount: document.money("amount"), rhythm: rhythm, returnRate: document.number("returnRate"),
                years: document.number("years"), inflationRate: document.number("inflationRate"),
                taxRate: document.number("taxRate")))
    }

    private static func loan(_ document: Document) throws(CalculationFault) -> LoanCalculation {
        try LoanCalculation(
            principal: document.money("principal"), annualRate: document.number("annualInterestRate"),
            years: document.number("loanTermYears"))
    }

    private static func futureValue(_ document: Document) throws(CalculationFault) -> FutureValueCalculation {
        try FutureValueCalculation(
            initialAmount: document.money("initialAmount"), inflationRate: document.number("annualInflationRate"),
            years: document.number("years"))
    }

    /// Either stored result gives the other; without both there is nothing to show.
    private static func historical(_ document: Document) throws(CalculationFault) -> HistoricalCalculation {
        let amount = try document.money("amount")
        let equivalent: Money
        if document["equivalentAmountInToYear"] != nil {
            equivalent = try document.money("equivalentAmountInToYear")
        } else {
            equivalent = amount + (try document.money("purchasingPowerLost"))
        }
        let source = document.text("dataSource")?.lowercased() ?? "world bank"
        return try HistoricalCalculation(
            amount: amount, fromYear: document.whole("fromYear"), toYear: document.whole("toYear"),
            stored: equivalent, isFromWorldBank: source.contains("world bank"))
    }
}
