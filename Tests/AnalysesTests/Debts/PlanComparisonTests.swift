import Analyses
import Finance
import Testing

@Suite("Plans side by side")
struct PlanComparisonTests {
    /// A plan whose interest is exactly `pence`: one month at 12 % on a hundred times as much, cleared at once.
    private func plan(interest pence: Int64) -> PayoffPlan {
        let debt = PlannedDebt(
            id: "a", name: "A", balance: Money(pence: pence * 100), minimum: .limit, rate: Rate(percent: 12))
        return PayoffPlan(paying: [debt], by: .minimumOnly, from: Portfolios.plan([]).start)
    }

    @Test(
        "practically equal is under £10.00, or under 1 % of the dearer interest",
        arguments: [
            (0, 999, true), (0, 1_000, false), (50_000, 50_999, true), (50_000, 51_000, false),
            (198_000, 199_999, true), (198_001, 200_000, true), (198_000, 200_000, false), (200_000, 198_001, true),
        ] as [(Int64, Int64, Bool)])
    func practically(first: Int64, second: Int64, isEqual: Bool) throws {
        let comparison = try #require(PlanComparison(plan(interest: first), plan(interest: second)))
        #expect(comparison.interestDifference == Money(pence: second - first))
        #expect(comparison.isPracticallyEqual == isEqual)
    }

    @Test("G1: £36.91 and a month apart, and the crossover is where the orders part")
    func g1() throws {
        let gap = try #require(Portfolios.plan(Portfolios.g1, extra: 50).avalancheVsSnowball)
        #expect(gap.interestDifference == Money(pence: 3_691) && gap.monthsDifference == 1)
        #expect(!gap.isPracticallyEqual && gap.crossoverMonth == 10)
    }

    @Test("with nothing between them there is no crossover")
    func same() throws {
        let gap = try #require(Portfolios.plan(Portfolios.g3).avalancheVsSnowball)
        #expect(gap.interestDifference == .zero && gap.isPracticallyEqual && gap.crossoverMonth == nil)
    }
}
