public import Finance

/// A debt that its own payment never clears.
public struct NeverClearing: Sendable, Hashable {
    /// The stored id.
    public let id: String
    /// What the person calls it.
    public let name: String
    /// What is paid each month.
    public let payment: Money
    /// The interest of the month from which the payment no longer covers it, else of the first month.
    public let monthlyInterest: Money
    /// The month of the plan in which that begins; nil when the payment covers the interest but takes too long.
    public let fromMonth: Int?

    /// The least payment under which the balance falls.
    public var breakEvenPayment: Money { Money(pence: monthlyInterest.pence + 1) }

    /// Plain words for why.
    public var reason: String {
        guard fromMonth != nil else { return "at this payment it takes more than 100 years" }
        return payment == .zero ? "no monthly payment is recorded" : "the payment does not cover the interest"
    }

    /// The debts that are still owed when the minimums alone have run to the loop's limit.
    static func among(_ debts: [PlannedDebt], _ plan: PayoffPlan?) -> [NeverClearing] {
        guard let plan, !plan.clears else { return [] }
        let stuck = Set(plan.payoffs.filter { $0.month == nil }.map(\.id))
        return debts.filter { stuck.contains($0.id) }.map { debt in
            let stall = plan.stalls[debt.id]
            return NeverClearing(
                id: debt.id, name: debt.name, payment: debt.minimum,
                monthlyInterest: stall?.interest ?? debt.firstInterest, fromMonth: stall?.month)
        }
    }
}
