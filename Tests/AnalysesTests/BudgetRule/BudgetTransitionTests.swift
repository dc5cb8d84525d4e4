import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("Transition to 50/30/20")
struct BudgetTransitionTests {
    /// A plan for an income of £1,000, so that a pound is a tenth of a per cent.
    private static func plan(
        needs: Int64, wants: Int64, savings: Int64, unknown: Int64 = 0, fixed: Int64 = 0, income: Int64 = 1_000
    ) -> BudgetTransition {
        var split = BudgetSplit(income: Money(pence: income * 100))
        split.add(Money(pence: needs * 100), to: .needs)
        split.add(Money(pence: wants * 100), to: .wants)
        split.add(Money(pence: savings * 100), to: .savings)
        split.add(Money(pence: unknown * 100), to: nil)
        return BudgetTransition(
            from: split, fixedCosts: Money(pence: fixed * 100), after: NamedPeople.month, reason: nil)
    }

    private static func shares(_ plan: BudgetTransition) -> [[Double]] {
        plan.steps.map { [$0.needs.percent, $0.wants.percent, $0.savings.percent] }
    }

    @Test("five points a month at most, down to the rule")
    func steps() {
        let plan = Self.plan(needs: 620, wants: 330, savings: 50)
        #expect(Self.shares(plan) == [[57, 30, 10], [52, 30, 15], [50, 30, 20]])
        #expect(plan.steps.map(\.month.description) == ["2026-05", "2026-06", "2026-07"])
        #expect(plan.isRealistic == true && plan.summary.contains("3 months would bring needs 50%, wants 30%"))
    }

    @Test("needs never go below the known fixed costs; the rest is shared 3 to 2")
    func floor() {
        let plan = Self.plan(needs: 650, wants: 350, savings: 0, fixed: 600)
        #expect(Self.shares(plan).last == [60, 24, 16])
        #expect(plan.summary.contains("Known fixed costs of £600.00 keep needs above 50%."))
        #expect(Self.plan(needs: 600, wants: 200, savings: 200, fixed: 500).steps.last?.needs.percent == 50)
    }

    @Test("a fixed cost that is no whole tenth of a per cent is rounded up, never cut into")
    func roundedUp() {
        #expect(
            Self.plan(needs: 1_950, wants: 900, savings: 150, fixed: 1_801, income: 3_000).steps.last?.needs.percent
                == 60.1)
    }

    @Test("needs of more than 70 % put the rule out of reach")
    func unrealistic() {
        let out = Self.plan(needs: 701, wants: 100, savings: 0)
        #expect(out.isRealistic == false && out.steps.isEmpty && out.summary.contains("not realistic"))
        #expect(out.summary.contains("needs take 70.1% of the income, more than 70%"))
        let edge = Self.plan(needs: 700, wants: 100, savings: 0)
        #expect(edge.isRealistic == true && edge.steps.first?.needs.percent == 65)
    }

    @Test("unspent income goes to savings; nobody is led to spend more")
    func unspent() {
        let plan = Self.plan(needs: 300, wants: 100, savings: 80)
        #expect(Self.shares(plan) == [[30, 10, 13], [30, 10, 18], [30, 10, 20]])
        #expect(Self.plan(needs: 500, wants: 300, savings: 200).summary == "The split is within 50/30/20.")
        #expect(Self.plan(needs: 100, wants: 0, savings: 700).steps.isEmpty)
    }

    @Test("what is not classified stays as it is, and is said")
    func unknown() {
        let plan = Self.plan(needs: 500, wants: 300, savings: 0, unknown: 150)
        #expect(Self.shares(plan) == [[50, 30, 5]])
        #expect(plan.summary.contains("£150.00 is not classified and is left as it is."))
        let full = Self.plan(needs: 500, wants: 300, savings: 0, unknown: 200)
        #expect(full.steps.isEmpty && !full.summary.contains("within 50/30/20"))
    }

    @Test("a long way is written out for two years and no longer")
    func long() {
        #expect(Self.plan(needs: 500, wants: 9_000, savings: 0).steps.count == BudgetTransition.longest)
    }

    @Test("the laws hold for any split")
    func laws() {
        for seed in UInt64(0)..<2_000 { checkLaws(seed) }
    }

    private func checkLaws(_ seed: UInt64) {
        var random = SeededGenerator(seed)
        let parts = (0..<4).map { _ in Int64.random(in: 0...800, using: &random) }
        let fixed = Int64.random(in: 0...max(1, parts[0]), using: &random)
        let plan = Self.plan(
            needs: parts[0], wants: parts[1], savings: parts[2], unknown: parts[3], fixed: min(fixed, parts[0]))
        #expect((plan.isRealistic == false) == (parts[0] > 700), "seed \(seed)")
        var before = [Double(parts[0]), Double(parts[1]), Double(parts[2])].map { $0 / 10 }
        for step in Self.shares(plan) {
            for (old, new) in zip(before, step) { #expect(abs(old - new) < 5.000_001, "seed \(seed)") }
            #expect(step[0] <= before[0] && step[1] <= before[1] && step[2] >= before[2], "seed \(seed)")
            #expect(step[0] * 10 > Double(min(fixed, parts[0])) - 0.000_1, "seed \(seed)")
            let used = step.reduce(Double(parts[3]) / 10, +)
            #expect(step[2] == before[2] || used < 100.000_1, "savings grow into free income only")
            before = step
        }
    }
}
