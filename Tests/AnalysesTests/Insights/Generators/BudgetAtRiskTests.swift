import Analyses
import Finance
import Testing

@Suite("A budget that runs out")
struct BudgetAtRiskTests {
    /// £100 for food in April, of which this is used on the 2nd.
    private func snapshot(_ pence: Int64, on today: String, budget: Int64 = 100_00) throws -> Snapshot {
        var snapshot = try Histories.snapshot(on: today, [try Histories.expense("Shop", pence, "2026-04-02")])
        snapshot.budgets = [try Grounds.budget("Food", budget)]
        return snapshot
    }

    private func found(_ snapshot: Snapshot) throws -> [Insight] { try Grounds.found(.budgetAtRisk, in: snapshot) }

    @Test("is told with what is left or over")
    func positive() throws {
        let nearly = try found(snapshot(90_00, on: "2026-04-10"))
        #expect(
            nearly.map(\.text) == [
                "Of £100.00 budgeted for “Food” in April 2026, £90.00 is spent or entered, 90%; £10.00 is left for the month."
            ])
        let over = try found(snapshot(130_00, on: "2026-04-10"))
        #expect(over.first?.text.hasSuffix("£130.00 is spent or entered, 130%; that is £30.00 over.") == true)
        #expect(over.first?.impact == Money(pence: 30_00))
        Grounds.expectComplete(nearly + over)
    }

    @Test(
        "begins at 80 %; buckets begin at 100 and 120 %",
        arguments: [(79_99, 0), (80_00, 1), (99_99, 1), (100_00, 2), (119_99, 2), (120_00, 3)])
    func boundary(pence: Int64, bucket: Int) throws {
        #expect(try found(snapshot(pence, on: "2026-04-10")).map(\.bucket) == (bucket == 0 ? [] : [bucket]))
    }

    @Test(
        "ends on the day on which no larger share is used than has passed",
        arguments: [("2026-04-26", 1), ("2026-04-27", 0)])
    func even(today: String, count: Int) throws {
        #expect(try found(snapshot(90_00, on: today)).count == count)
    }

    @Test("a budget that is used up stays so", arguments: [(99_99, 0), (100_00, 1)])
    func full(pence: Int64, count: Int) throws {
        #expect(try found(snapshot(pence, on: "2026-04-30")).count == count)
    }

    @Test("not for a budget below £20", arguments: [(19_99, 0), (20_00, 1)])
    func small(budget: Int64, count: Int) throws {
        #expect(try found(snapshot(30_00, on: "2026-04-10", budget: budget)).count == count)
    }

    @Test("nothing is said without budgets, or without records")
    func noData() throws {
        var snapshot = try snapshot(90_00, on: "2026-04-10")
        snapshot.budgets = []
        #expect(try found(snapshot).isEmpty && found(Grounds.empty()).isEmpty)
    }
}
