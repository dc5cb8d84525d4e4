/// Sums over every live debt that is still owed; cleared ones are left out (contract 2.9).
public struct DebtTotals: Sendable, Hashable {
    /// Debts with a balance above zero.
    public var count: Int
    /// What is owed.
    public var balance: Money
    /// What is paid each month, as entered.
    public var monthlyPayment: Money
    /// The interest part of those payments, as entered.
    public var monthlyInterest: Money
    /// The capital part of those payments, as entered.
    public var monthlyCapital: Money
}

extension Debt {
    /// Whether anything is owed.
    public var isOpen: Bool { balance > .zero }

    /// The interest part of an instalment in per cent, which the app labels "interest rate"; not a yearly rate
    /// (contract 2.6). nil when no instalment is entered.
    public var interestShare: Double? { interestRepayment.percent(of: capitalRepayment + interestRepayment) }

    /// Whether the payments entered are less than the interest entered, so that the debt grows.
    public var isGrowing: Bool { isOpen && monthlyPayment > .zero && monthlyPayment < interestRepayment }

    /// The due date rolled forward by whole months to `today` or later; nil when it is cleared, marked complete or
    /// has no readable date. The day of the month is kept where the month is long enough.
    public func nextDue(from today: Day) -> Day? {
        guard isOpen, completionRatio ?? 0 < 100, let paymentDueOn else { return nil }
        let stored = Day(paymentDueOn)
        guard stored < today else { return stored }
        let months = (today.year - stored.year) * 12 + today.month - stored.month
        let candidate = stored.advanced(byMonths: months)
        return candidate < today ? stored.advanced(byMonths: months + 1) : candidate
    }
}

extension Snapshot {
    /// The day on which the snapshot was read.
    public var today: Day { Day(asOf) }

    /// Debts that are still owed.
    public var openDebts: [Debt] { debts.filter(\.isOpen) }

    /// Their sums.
    public var debtTotals: DebtTotals {
        let open = openDebts
        return DebtTotals(
            count: open.count, balance: open.total(\.balance), monthlyPayment: open.total(\.monthlyPayment),
            monthlyInterest: open.total(\.interestRepayment), monthlyCapital: open.total(\.capitalRepayment))
    }

    /// Monthly debt payments as a share of the month's income; nil in a month without income.
    public var debtToIncome: Rate? {
        debtTotals.monthlyPayment.percent(of: thisMonth.income).map(Rate.init(percent:))
    }

    /// The earliest coming due date of any open debt.
    public var nextDue: Day? { debts.compactMap { $0.nextDue(from: today) }.min() }
}
