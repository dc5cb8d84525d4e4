public import Finance

/// What debts ask of a month's income.
///
/// A debt whose payment does not exceed its interest never clears. Such a debt is counted at the payment that would just
/// begin to clear it, one penny above its interest. That is the most it can count: with anything more, raising its
/// payment over that line would lower the risk, and a higher payment must never do that.
public struct DebtBurden: Sendable, Hashable {
    /// A debt that its payment does not clear.
    public struct NeverClearing: Sendable, Hashable {
        /// The debt as entered.
        public let debt: Debt
        /// A month's interest at its yearly rate.
        public let interest: Money
        /// One penny more than that.
        public var breakEven: Money { interest + Money(pence: 1) }
    }

    /// Payments of all open debts as typed.
    public let payments: Money
    /// The same with each debt that never clears at its break-even payment.
    public let counted: Money
    /// Debts that never clear, largest interest first.
    public let neverClearing: [NeverClearing]
    /// Income of the month, nil when none above zero is recorded.
    public let income: Money?
    /// How many debts are open.
    public let count: Int

    /// The burden of a snapshot's month.
    public init(of snapshot: Snapshot) {
        let open = snapshot.openDebts
        count = open.count
        payments = open.total(\.monthlyPayment)
        neverClearing = open.compactMap { debt in
            let interest = Self.monthlyInterest(of: debt)
            return interest > .zero && debt.monthlyPayment <= interest
                ? NeverClearing(debt: debt, interest: interest) : nil
        }.sorted { ($1.interest, $0.debt.id) < ($0.interest, $1.debt.id) }
        counted = payments + neverClearing.total { $0.breakEven - $0.debt.monthlyPayment }
        let received = snapshot.thisMonth.income
        income = received > .zero ? received : nil
    }

    /// Payments as typed beside income, in the basis points that are shown; nil without income.
    public var typedShare: Rate? { share(payments) }
    /// Payments as counted beside income.
    public var countedShare: Rate? { share(counted) }

    private func share(_ money: Money) -> Rate? {
        income.flatMap { money.percent(of: $0) }.map(Rate.init(percent:))
    }

    /// A month's interest in whole pence: balance × yearly rate / 12, half to even, as debt plans charge it; without a
    /// rate the interest part of the payment as typed.
    static func monthlyInterest(of debt: Debt) -> Money {
        guard let rate = debt.annualRate else { return max(debt.interestRepayment, .zero) }
        let points = Int64(min(max(rate.basisPoints, 0), 1_000_000))
        let (whole, rest) = (min(debt.balance, .limit).pence * points).quotientAndRemainder(dividingBy: 120_000)
        let isUp = rest * 2 > 120_000 || rest * 2 == 120_000 && !whole.isMultiple(of: 2)
        return Money(pence: whole + (isUp ? 1 : 0))
    }
}
