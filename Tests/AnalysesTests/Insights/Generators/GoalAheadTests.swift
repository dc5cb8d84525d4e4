import Analyses
import Finance
import Testing

@Suite("A goal ahead of its plan")
struct GoalAheadTests {
    private func found(_ goals: SavingGoal...) throws -> [Insight] {
        try Grounds.found(.goalAhead, in: Histories.snapshot(on: "2026-04-20", [], goals: goals))
    }

    @Test("is told with the month in which it is reached")
    func positive() throws {
        let found = try found(Grounds.goal(target: 1_000_00, monthly: 100_00, saved: 800_00, until: "2026-09-10"))
        #expect(
            found.map(\.text) == [
                "At its monthly target of £100.00, “Holiday” is reached in June 2026, 3 months before its finish date of 10 "
                    + "September 2026. Still missing for “Holiday”: £200.00."
            ])
        #expect(found.map(\.impact) == [Money(pence: 300_00)])
        Grounds.expectComplete(found)
    }

    @Test(
        "begins at two months; buckets begin at four and seven",
        arguments: [
            ("2026-06-30", 0), ("2026-07-01", 1), ("2026-08-31", 1), ("2026-09-01", 2), ("2026-11-30", 2),
            ("2026-12-01", 3),
        ])
    func boundary(end: String, bucket: Int) throws {
        let found = try found(Grounds.goal(target: 100_00, monthly: 100_00, until: end))
        #expect(found.map(\.bucket) == (bucket == 0 ? [] : [bucket]))
    }

    @Test("nothing is said of a goal behind, reached, past its date or without date, or without goals")
    func noData() throws {
        #expect(try found(Grounds.goal(target: 500_00, monthly: 10_00, until: "2026-09-10")).isEmpty)
        #expect(try found(Grounds.goal(target: 500_00, monthly: 400_00, until: "2026-04-01")).isEmpty)
        #expect(try found(Grounds.goal(target: 500_00, monthly: 400_00, saved: 500_00, until: "2026-12-01")).isEmpty)
        #expect(try found(Grounds.goal(target: 500_00, monthly: 400_00, until: nil)).isEmpty)
        #expect(try Grounds.found(.goalAhead, in: Grounds.empty()).isEmpty)
    }
}
