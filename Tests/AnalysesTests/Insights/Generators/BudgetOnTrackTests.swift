import Analyses
import Finance
import Testing

@Suite("Budgets that last")
struct BudgetOnTrackTests {
    /// £100 each for food and fun in April; this is used on the 2nd.
    private func snapshot(food: Int64, fun: Int64, none: Int64 = 0, on today: String = "2026-04-15") throws -> Snapshot
    {
        var snapshot = try Histories.snapshot(
            on: today,
            [
                try Histories.expense("Shop", food, "2026-04-02"),
                try Histories.expense("Cinema", fun, "2026-04-02", category: "Fun"),
                try Histories.expense("Other", none, "2026-04-02", category: nil),
            ])
        snapshot.budgets = [try Grounds.budget("Food", 100_00), try Grounds.budget("Fun", 100_00)]
        return snapshot
    }

    private func found(_ snapshot: Snapshot) throws -> [Insight] { try Grounds.found(.budgetOnTrack, in: snapshot) }

    @Test("is told once for all")
    func positive() throws {
        let found = try found(snapshot(food: 40_00, fun: 10_00))
        #expect(
            found.map(\.text) == [
                "In April 2026, each of the 2 budgeted categories is within plan for the days passed: £50.00 of £200.00 is spent or "
                    + "entered, £150.00 is left."
            ])
        Grounds.expectComplete(found)
    }

    @Test("from the 15th on", arguments: [("2026-04-14", 0), ("2026-04-15", 1)])
    func day(today: String, count: Int) throws {
        #expect(try found(snapshot(food: 40_00, fun: 10_00, on: today)).count == count)
    }

    @Test("no category may have used a larger share than has passed", arguments: [(50_00, 1), (50_01, 0)])
    func boundary(food: Int64, count: Int) throws {
        #expect(try found(snapshot(food: food, fun: 1_00)).count == count)
    }

    @Test("payments without a category must fit as well", arguments: [(150_00, 1), (150_01, 0)])
    func uncategorised(none: Int64, count: Int) throws {
        #expect(try found(snapshot(food: 40_00, fun: 10_00, none: none)).count == count)
    }

    @Test("nothing is said while nothing is spent, without budgets, or without records")
    func noData() throws {
        #expect(try found(snapshot(food: 0, fun: 0)).isEmpty)
        var without = try snapshot(food: 40_00, fun: 10_00)
        without.budgets = []
        #expect(try found(without).isEmpty && found(Grounds.empty()).isEmpty)
    }
}
