public import Finance

/// The equal monthly payment that clears a loan (contract 8).
public struct LoanCalculation: Sendable, Hashable {
    /// What is borrowed.
    public let principal: Money
    /// Yearly interest, per cent.
    public let annualRate: Double
    /// How long it runs.
    public let years: Double
    /// The payment of each month.
    public let monthlyPayment: Money
    /// All payments together, from the payment before it was rounded.
    public let totalPayable: Money

    /// What borrowing costs.
    public var totalInterest: Money { totalPayable - principal }

    /// Calculates; at 0 % the loan is spread evenly.
    public init(principal: Money, annualRate: Double, years: Double) throws(CalculationFault) {
        guard principal >= .zero else { throw .outOfRange("principal") }
        try CalculationFault.check(annualRate, "annualInterestRate", in: 0...1_000)
        try CalculationFault.checkYears(years, "loanTermYears")
        let months = years * 12
        let rate = annualRate / 1_200
        let growth = CompoundInterest.power(1 + rate, months)
        let payment =
            rate == 0 ? principal.pounds / months : principal.pounds * rate * growth / (growth - 1)
        guard payment.isFinite, let monthly = CompoundInterest.halfUp(payment),
            let total = CompoundInterest.halfUp(payment * months)
        else { throw .tooLarge }
        self.principal = principal
        self.annualRate = annualRate
        self.years = years
        monthlyPayment = monthly
        totalPayable = total
    }

    var json: JSON {
        [
            "principal": .money(principal), "annualInterestRate": .number(annualRate),
            "loanTermYears": .number(years), "monthlyPayment": .money(monthlyPayment),
            "totalPayableAmount": .money(totalPayable), "totalInterest": .money(totalInterest),
        ]
    }
}
