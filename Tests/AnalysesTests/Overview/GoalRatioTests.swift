import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Analyses

@Suite("Spending beyond its limit beside what goals ask for")
struct GoalRatioTests {
    /// Four full months of £1,000 and as much this month, £1,500 of income, a goal that asks for £200 a month.
    private func person(
        spent: Int64 = 1_000_00, income: Int64? = 1_500_00, budget: Int64? = nil, goal: Int64 = 200, months: Int = 5
    ) throws -> Snapshot {
        let first = NamedPeople.month.advanced(by: 1 - months)
        let expenses = try Histories.monthly("Home", from: "\(first)", count: months) { place in
            place == months - 1 ? spent : 1_000_00
        }
        let pay = try income.map { [try Histories.income("Pay", $0, "2026-04-02", .once)] } ?? []
        let goals = goal > 0 ? [People.goal("g", target: 9_000, monthly: goal, saved: 0, until: "2027-04-01")] : []
        var snapshot = try Histories.snapshot(on: "2026-04-30", expenses, incomes: pay, goals: goals)
        snapshot.budgets =
            budget.map {
                [
                    Budget(
                        id: "b", name: "All", amount: Money(pence: $0), category: "Food", kind: .personal,
                        createdAt: NamedPeople.month.start)
                ]
            } ?? []
        return snapshot
    }

    @Test(
        "the bands end at nothing, a tenth and a quarter of the target, the edges belonging to the better one",
        arguments: [
            (0, .onTrack), (-1, .onTrack), (1, .slightlyOver), (20_00, .slightlyOver), (20_01, .offTrack),
            (50_00, .offTrack), (50_01, .wellOffTrack), (Int64.max / 200, .wellOffTrack),
        ] as [(Int64, GoalRatio.Band)])
    func bands(over: Int64, band: GoalRatio.Band) {
        #expect(GoalRatio.band(Money(pence: over), Money(pence: 200_00)) == band)
    }

    @Test("budgets are the limit where there are any, with the forecast's spending beside them")
    func budgets() throws {
        let snapshot = try person(budget: 970_00)
        let ratio = GoalRatio(of: snapshot)
        let spending = try #require(Forecast(of: snapshot).months[0].spending)
        #expect(ratio.spending == spending && spending == Money(pence: 1_000_00))
        #expect(ratio.limit == Money(pence: 970_00) && ratio.limitSource == .budgets)
        #expect(ratio.over == Money(pence: 30_00) && ratio.percent == 15 && ratio.band == .offTrack)
        #expect(
            ratio.reason
                == "expected spending of £1,000.00 against a limit of £970.00: £30.00 over, 15% of the £200.00 that "
                + "goals ask for each month")
    }

    @Test("without a budget the limit is income minus what goals ask for, and nothing at the least")
    func income() throws {
        let ratio = GoalRatio(of: try person())
        #expect(ratio.limit == Money(pence: 1_300_00) && ratio.limitSource == .income && ratio.band == .onTrack)
        #expect(GoalRatio(of: try person(income: 150_00)).limit == .zero)
    }

    @Test("no goal is said and never divided by")
    func noGoal() throws {
        let ratio = GoalRatio(of: try person(goal: 0))
        #expect(ratio.band == nil && ratio.percent == nil && ratio.reason.hasPrefix("no goal"))
        #expect(ratio.json.text.contains(#""band":null,"reason":"no goal: "#))
    }

    @Test("without a forecast, or without budgets and income, there is no band, and the reason says which")
    func unknown() throws {
        let short = GoalRatio(of: try person(months: 2))
        #expect(short.band == nil && short.spending == nil && short.reason.hasPrefix("A forecast needs 3 full months"))
        let bare = GoalRatio(of: try person(income: nil))
        #expect(bare.band == nil && bare.limit == nil && bare.reason.hasPrefix("neither a budget nor any income"))
        #expect(bare.figures.first { $0.id == "goal_ratio.limit" }?.basis == bare.reason)
    }

    @Test("figures are unique and carry the month")
    func figures() throws {
        let ratio = GoalRatio(of: try person(budget: 970_00))
        #expect(ratio.figures.map(\.printed) == ["£1,000.00", "£970.00", "£30.00", "£200.00", "15%"])
        #expect(ratio.figures.allSatisfy { $0.window == "2026-04" } && Set(ratio.figures.map(\.id)).count == 5)
        #expect(ratio.card.kind == .goalRatio)
    }
}
