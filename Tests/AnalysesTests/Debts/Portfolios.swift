import Analyses
import Finance
import FoundationEssentials
import TestKit

/// Debts with published results (`features.md`, G1 to G4), and seeded ones.
enum Portfolios {
    /// Four debts of £13,450.00.
    static let g1 = [
        debt("a", "Card A", 3_200, 24.9, 96), debt("b", "Car loan", 8_400, 7.9, 210),
        debt("c", "Store card", 650, 34.9, 35), debt("d", "Overdraft loan", 1_200, 15.9, 60),
    ]
    /// A small free debt, a dear card and a cheap loan.
    static let g2 = [
        debt("a", "Small", 500, 0, 25), debt("b", "Big card", 6_000, 29.9, 180), debt("c", "Loan", 2_500, 6.9, 75),
    ]
    /// One debt that clears in 25 months.
    static let g3 = [debt("a", "Card", 10_000, 20, 500)]
    /// One debt that grows.
    static let g4 = [debt("a", "Card", 5_000, 39.9, 150)]

    /// A debt of whole pounds with a stated rate; nil is unknown.
    static func debt(
        _ id: String, _ name: String, _ pounds: Int64, _ rate: Double?, _ payment: Int64, extra: Int64 = 0
    ) -> Debt {
        Debt(
            id: id, name: name, balance: Money(pence: pounds * 100), monthlyPayment: Money(pence: payment * 100),
            extraPayment: Money(pence: extra * 100), capitalRepayment: .zero, interestRepayment: .zero,
            annualRate: rate.map(Rate.init(percent:)), rateSource: rate == nil ? .unknown : .stated, paymentDueOn: nil,
            completionRatio: nil)
    }

    /// A snapshot of 21 November 2026 with these debts and nothing else, so that the first payment is in December.
    static func snapshot(_ debts: [Debt], skipped: [Skipped] = []) -> Snapshot {
        let now = Date(timeIntervalSince1970: 1_795_255_200)
        return Snapshot(
            person: Person(id: NamedPeople.noahID, name: "Noah", role: .user), month: Month(containing: now), asOf: now,
            incomes: [], expenses: [], budgets: [], household: [], debts: debts, goals: [], skipped: skipped,
            suspectedDuplicates: [])
    }

    /// A plan of these debts with an extra payment in whole pounds.
    static func plan(_ debts: [Debt], extra pounds: Int64 = 0, _ change: (inout DebtPlan.Options) -> Void = { _ in })
        -> DebtPlan
    {
        var options = DebtPlan.Options(extra: Money(pence: pounds * 100))
        change(&options)
        return DebtPlan(of: snapshot(debts), options)
    }

    /// One to five debts whose payments cover their interest and clear within some years.
    static func random(_ random: inout SeededGenerator) -> [PlannedDebt] {
        (0..<Int.random(in: 1...5, using: &random)).map { index in
            let balance = Int64.random(in: 5_000...500_000, using: &random)
            let rate = Int.random(in: 0...4_000, using: &random)
            let interest = balance * Int64(rate) / 120_000
            let payment = interest + balance / Int64.random(in: 6...40, using: &random) + 1
            return PlannedDebt(
                id: "\(index)", name: "Debt \(index)", balance: Money(pence: balance), minimum: Money(pence: payment),
                rate: Rate(basisPoints: rate))
        }
    }
}
