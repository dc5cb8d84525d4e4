import Analyses
import Finance
import TestKit
import Testing

/// What holds for any debts; each law over seeded ones, 10,000 where it is cheap.
@Suite("Laws of debt plans")
struct DebtPlanLawsTests {
    private static let start = Portfolios.plan([]).start

    private func run(_ debts: [PlannedDebt], _ strategy: Strategy, _ pence: Int64) -> PayoffPlan {
        PayoffPlan(
            paying: debts, by: strategy, extra: ExtraPayments(monthly: Money(pence: pence)), from: Self.start)
    }

    /// Each penny of rounding a debt and month.
    private func slack(_ debts: [PlannedDebt], _ plan: PayoffPlan) -> Int64 {
        Int64(debts.count * (plan.months ?? 1_200))
    }

    @Test(
        "10,000 portfolios: avalanche costs no more than snowball, what is paid is debt and interest, none below zero")
    func laws() {
        var random = SeededGenerator(20_261_121)
        var faults: [String] = []
        for seed in 0..<10_000 {
            let debts = Portfolios.random(&random)
            let extra = Int64.random(in: 0...20_000, using: &random)
            let (first, second) = (run(debts, .avalanche, extra), run(debts, .snowball, extra))
            let principal = debts.total(\.balance)
            for plan in [first, second] {
                guard let interest = plan.totalInterest, let months = plan.months else {
                    faults.append("\(seed): never ends")
                    continue
                }
                if plan.paid != principal + interest { faults.append("\(seed): paid") }
                if plan.payoffs.total(\.interest) != interest { faults.append("\(seed): interest by debt") }
                if plan.remaining(after: months) != .zero || plan.openDebts(after: months) != 0 {
                    faults.append("\(seed): end")
                }
                if (0...months).contains(where: { plan.remaining(after: $0) < .zero }) {
                    faults.append("\(seed): below zero")
                }
            }
            let (low, high) = (first.totalInterest ?? .zero, second.totalInterest ?? .zero)
            if low.pence > high.pence + slack(debts, first) { faults.append("\(seed): avalanche dearer") }
            if (first.months ?? 0) > (second.months ?? 0) { faults.append("\(seed): avalanche longer") }
        }
        #expect(faults.isEmpty, "\(faults.prefix(5))")
    }

    @Test("1,500 pairs: more money never leaves more owed in any month, costs more or takes longer, in either order")
    func moreMoney() {
        var random = SeededGenerator(7)
        var faults: [String] = []
        for seed in 0..<1_500 {
            let debts = Portfolios.random(&random)
            let less = Int64.random(in: 0...20_000, using: &random)
            let more = less + Int64.random(in: 1...20_000, using: &random)
            for strategy in [Strategy.avalanche, .snowball] {
                let (a, b) = (run(debts, strategy, less), run(debts, strategy, more))
                let last = a.months ?? 0
                if (0...last).contains(where: { b.remaining(after: $0) > a.remaining(after: $0) }) {
                    faults.append("\(seed): owed")
                }
                if (b.totalInterest?.pence ?? .max) > (a.totalInterest?.pence ?? 0) {
                    faults.append("\(seed): interest")
                }
                if (b.months ?? .max) > last { faults.append("\(seed): months") }
            }
        }
        #expect(faults.isEmpty, "\(faults.prefix(5))")
    }

    @Test("the baselines take no extra money, and rolling freed minimums over is never slower")
    func baselines() {
        var random = SeededGenerator(8)
        var faults: [Int] = []
        for seed in 0..<500 {
            let debts = Portfolios.random(&random)
            let (rolled, alone) = (run(debts, .minimumRollover, 9_000), run(debts, .minimumOnly, 9_000))
            let isSame = rolled == run(debts, .avalanche, 0) && alone == run(debts, .minimumOnly, 0)
            if !isSame || (rolled.months ?? .max) > (alone.months ?? 0) { faults.append(seed) }
        }
        #expect(faults.isEmpty, "\(faults.prefix(5))")
    }

    @Test("no fixed order beats the avalanche by more than 15 p", arguments: UInt64(0)..<16)
    func bruteForce(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let debts = (0..<4).map { index in
            let pounds = Int64.random(in: 100...4_000, using: &random)
            let rate = Double(Int.random(in: 0...399, using: &random)) / 10
            return Portfolios.debt(
                "\(index)", "Debt \(index)", pounds, rate, pounds * Int64(rate) / 1_200 + pounds / 20)
        }
        let best = try #require(Portfolios.plan(debts, extra: 40).plans[.avalanche]?.totalInterest)
        for order in Self.orders(["0", "1", "2", "3"]) {
            let plan = Portfolios.plan(debts, extra: 40) { $0.order = order }
            let cost = try #require(plan.plans[.custom]?.totalInterest)
            #expect(best.pence <= cost.pence + 15, "\(order)")
        }
    }

    @Test("the order in which debts are stored is never seen", arguments: UInt64(0)..<20)
    func permutation(seed: UInt64) {
        var random = SeededGenerator(seed)
        let debts =
            Portfolios.g1
            + Portfolios.g2.map { debt in
                var debt = debt
                debt.id += "2"
                return debt
            }
        let expected = Portfolios.plan(debts, extra: 70).json.text
        #expect(Portfolios.plan(debts.shuffled(using: &random), extra: 70).json.text == expected)
    }

    private static func orders(_ items: [String]) -> [[String]] {
        guard items.count > 1 else { return [items] }
        return items.indices.flatMap { index -> [[String]] in
            var rest = items
            let first = rest.remove(at: index)
            return orders(rest).map { [first] + $0 }
        }
    }
}
