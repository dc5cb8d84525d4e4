import Analyses
import Finance
import Testing

@Suite("Speed and bounds of a debt plan")
struct DebtPlanSpeedTests {
    /// Twenty debts that take 600 months at their minimums.
    private static let long = (0..<20).map { Portfolios.debt("\($0)", "Debt \($0)", 6_000 + Int64($0), 0, 10) }

    @Test("20 debts over 600 months, all plans, in under 20 ms by a release build; loosely bounded by a debug build")
    func speed() {
        let snapshot = Portfolios.snapshot(Self.long)
        let clock = ContinuousClock()
        var best = Duration.seconds(60)
        for _ in 0..<5 {
            let begin = clock.now
            let plan = DebtPlan(of: snapshot, DebtPlan.Options(extra: Money(pence: 1)))
            best = min(best, clock.now - begin)
            #expect(plan.firstWins.count == 21 && plan.plans[.minimumOnly]?.months == 602)
        }
        print("debt plan of 20 debts over 600 months: \(best)")
        #if DEBUG
            #expect(best < .seconds(2))
        #else
            #expect(best < .milliseconds(20), "took \(best)")
        #endif
    }

    @Test("the largest amounts and rates, and far more debts than a plan holds, do not trap", arguments: 0..<4)
    func hostile(kind: Int) {
        let amounts: [Int64] = [Money.limit.pence, 1, Int64.max, Money.limit.pence]
        let payments: [Int64] = [1, 0, Int64.max, Money.limit.pence]
        let debts = (0..<(kind == 3 ? 60 : 8)).map { index in
            var debt = Portfolios.debt("\(index)", "Debt", 1, Double(index % 2) * 1e12, 1)
            debt.balance = Money(pence: kind == 2 ? .max / 16 : amounts[kind])
            debt.monthlyPayment = Money(pence: kind == 2 ? .max / 16 : payments[kind])
            return debt
        }
        let plan = Portfolios.plan(debts) {
            $0.extra = Money(pence: .max)
            $0.lumpSums = [1: Money(pence: .max), -5: Money(pence: .max), .max: Money(pence: .min)]
            $0.rateChanges = [
                "0": [
                    .init(month: .min, rate: Rate(basisPoints: .max)), .init(month: 9, rate: Rate(basisPoints: .min)),
                ]
            ]
        }
        #expect(
            plan.plans.values.allSatisfy { $0.remaining(after: .max) >= .zero && $0.remaining(after: .min) > .zero })
        #expect(!plan.json.text.isEmpty && !plan.card.data.text.isEmpty && !plan.figures.isEmpty)
    }
}
