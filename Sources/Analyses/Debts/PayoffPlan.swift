public import Finance

/// The month-by-month result of paying debts one way.
public struct PayoffPlan: Sendable, Hashable {
    /// When one debt is cleared and what it cost.
    public struct Payoff: Sendable, Hashable {
        /// The stored id.
        public let id: String
        /// What the person calls it.
        public let name: String
        /// The month of the plan in which it is cleared, 1 is the first; nil when it is not.
        public let month: Int?
        /// Interest on it up to then, or up to the end of the loop.
        public let interest: Money
    }

    /// The month in which the payment no longer covered the interest on one debt.
    public struct Stall: Sendable, Hashable {
        /// The month of the plan.
        public let month: Int
        /// The interest of that month.
        public let interest: Money
    }

    /// The month of the first payment.
    public let start: Month
    /// Every debt, first cleared first; those never cleared last.
    public let payoffs: [Payoff]
    /// By debt id: the first month in which its minimum did not cover its interest.
    public let stalls: [String: Stall]
    /// Everything paid.
    public let paid: Money
    /// Pence still owed on all debts, the start first, then after each month.
    let remaining: [Int64]
    /// Pence of interest since the start, nothing first, then after each month.
    let interest: [Int64]

    /// Whether every debt is cleared before the loop's limits.
    public var clears: Bool { remaining.last == 0 }
    /// Months until nothing is owed.
    public var months: Int? { clears ? remaining.count - 1 : nil }
    /// The month of the last payment.
    public var debtFreeOn: Month? { months.map { date(of: $0) } }
    /// Interest over the whole plan; nil when it never ends.
    public var totalInterest: Money? { clears ? interest.last.map { Money(pence: $0) } : nil }
    /// The month in which a first debt is cleared.
    public var firstWinMonth: Int? { payoffs.first?.month }

    /// What is owed on all debts after a month of the plan, 0 for the start; after the end it is what the end left.
    public func remaining(after month: Int) -> Money {
        Money(pence: remaining[min(max(month, 0), remaining.count - 1)])
    }

    /// Interest on all debts from the start to the end of a month of the plan.
    public func interest(upTo month: Int) -> Money {
        Money(pence: interest[min(max(month, 0), interest.count - 1)])
    }

    /// How many debts are still owed after a month of the plan.
    public func openDebts(after month: Int) -> Int { payoffs.count { $0.month.map { $0 > month } ?? true } }

    /// Each month at whose end fewer debts are open than before, with their number; the start comes first.
    public var openSteps: [(month: Int, open: Int)] {
        let closings = Set(payoffs.compactMap(\.month)).sorted()
        return ([0] + closings).map { ($0, openDebts(after: $0)) }
    }

    /// The calendar month of a month of the plan.
    public func date(of month: Int) -> Month { start.advanced(by: month - 1) }
}
