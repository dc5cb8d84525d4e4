import Analyses
import Finance
import Testing

@Suite("A goal behind its plan")
struct GoalBehindTests {
    private func found(_ goals: SavingGoal...) throws -> [Insight] {
        try Grounds.found(.goalBehind, in: Histories.snapshot(on: "2026-04-20", [], goals: goals))
    }

    @Test("is told with what is missing on its date")
    func positive() throws {
        // Five months of £100 from April to September.
        let found = try found(Grounds.goal(target: 1_000_00, monthly: 100_00, saved: 200_00, until: "2026-09-10"))
        #expect(
            found.map(\.text) == [
                "At its monthly target of £100.00, “Holiday” still lacks £300.00 of its £1,000.00 on its finish date, 10 "
                    + "September 2026."
            ])
        #expect(found.map(\.impact) == [Money(pence: 300_00)] && found.map(\.bucket) == [2])
        Grounds.expectComplete(found)
    }

    @Test("less than £25 is as good as met", arguments: [(74_01, 0), (74_00, 1)])
    func leastPounds(saved: Int64, count: Int) throws {
        // One month of £1 is left for £100.
        #expect(
            try found(Grounds.goal(target: 100_00, monthly: 1_00, saved: saved, until: "2026-05-10")).count == count)
    }

    @Test(
        "less than 5 % of the target is as good as met; buckets begin at 25 and 50 %",
        arguments: [
            (949_01, 0), (949_00, 1), (749_01, 1), (749_00, 2), (499_01, 2), (499_00, 3),
        ])
    func leastShare(saved: Int64, bucket: Int) throws {
        let found = try found(Grounds.goal(target: 1_000_00, monthly: 1_00, saved: saved, until: "2026-05-10"))
        #expect(found.map(\.bucket) == (bucket == 0 ? [] : [bucket]))
    }

    @Test("a goal past its date is the worst", arguments: [("2026-04-20", 4), ("2026-04-21", 3)])
    func overdue(end: String, bucket: Int) throws {
        let found = try found(Grounds.goal(target: 500_00, monthly: 10_00, until: end))
        #expect(found.map(\.bucket) == [bucket])
        #expect(found.first?.title == (bucket == 4 ? "“Holiday” is past its date" : "“Holiday” is behind its plan"))
        Grounds.expectComplete(found)
    }

    @Test("without a monthly target it says so")
    func noTarget() throws {
        let found = try found(Grounds.goal(target: 500_00, monthly: 0, until: "2026-09-10"))
        #expect(found.first?.text.hasPrefix("Without a monthly target, “Holiday” still lacks £500.00") == true)
    }

    @Test("nothing is said of a goal that is reached or has no date, or without goals")
    func noData() throws {
        #expect(try found(Grounds.goal(target: 500_00, monthly: 1, until: "2026-03-01", isCompleted: true)).isEmpty)
        #expect(try found(Grounds.goal(target: 500_00, monthly: 1, saved: 500_00, until: "2026-03-01")).isEmpty)
        #expect(try found(Grounds.goal(target: 500_00, monthly: 1, until: nil)).isEmpty)
        #expect(try Grounds.found(.goalBehind, in: Grounds.empty()).isEmpty)
    }
}
