import Analyses
import Finance
import Testing

@Suite("A category above its usual month")
struct SpendAnomaliesTests {
    /// £100 of food in each of three months, then `pence` on these days of April.
    private func snapshot(
        _ pence: [Int64], _ days: [Int] = [1, 3, 5, 7], on today: String, usual: Int64 = 100_00
    ) throws -> Snapshot {
        let earlier = try [("Aldi", "2026-01-11"), ("Boots", "2026-02-03"), ("Costa", "2026-03-22")].map { name, day in
            try Histories.expense(name, usual, day)
        }
        let now = try zip(pence, days).map { try Histories.expense("Shop \($1)", $0, "2026-04-0\($1)") }
        return try Histories.snapshot(on: today, earlier + now)
    }

    private func found(_ snapshot: Snapshot) throws -> [Insight] { try Grounds.found(.spendAnomaly, in: snapshot) }

    @Test("is told with the pace, the usual and the difference")
    func positive() throws {
        let found = try found(snapshot([40_00, 40_00], on: "2026-04-10"))
        #expect(
            found.map(\.text) == [
                "At the pace of its first 10 days, spending on “Food” in April 2026 comes to about £240.00. Usual for “Food” "
                    + "is £100.00, the middle of the last three full months; the difference is £140.00, or "
                    + "140%."
            ])
        #expect(found.first?.bucket == 3 && found.first?.impact == Money(pence: 140_00))
        #expect(found.first?.key == "spendAnomaly/2026-04/Food")
        #expect(found.first?.expiresOn?.description == "2026-05-01")
        Grounds.expectComplete(found)
    }

    @Test("begins at exactly 25 % above usual", arguments: [(41_67, 1), (41_66, 0)])
    func boundary(pence: Int64, count: Int) throws {
        // 41.67 on 10 of 30 days is 125.01.
        #expect(try found(snapshot([pence], on: "2026-04-10", usual: 100_00)).count == count)
    }

    @Test("a whole quarter more is enough", arguments: [(20_00, 25_00, 1), (20_00, 24_99, 0)])
    func exact(first: Int64, second: Int64, count: Int) throws {
        // Day 30: what is spent is the month. One payment stays below half of what is usual.
        let pence: [Int64] = [first, first, first, 40_00 + second]
        let base = try snapshot(pence, on: "2026-04-30", usual: 100_00)
        #expect(try found(base).count == count)
    }

    @Test("not before the 7th", arguments: [("2026-04-06", 0), ("2026-04-07", 1)])
    func day(today: String, count: Int) throws {
        #expect(try found(snapshot([40_00], on: today)).count == count)
    }

    @Test("not where less than £50 is usual", arguments: [(49_99, 0), (50_00, 1)])
    func leastUsual(usual: Int64, count: Int) throws {
        #expect(try found(snapshot([24_00, 24_00, 24_00], on: "2026-04-10", usual: usual)).count == count)
    }

    @Test(
        "buckets begin at 25, 50 and 100 % more",
        arguments: [(18_75, 1), (22_49, 1), (22_50, 2), (29_99, 2), (30_00, 3)])
    func buckets(pence: Int64, bucket: Int) throws {
        // Four payments by day 18 of 30.
        let snapshot = try snapshot([pence, pence, pence, pence], on: "2026-04-18")
        #expect(try found(snapshot).map(\.bucket) == [bucket])
    }

    @Test("one large payment counts once, whatever the day", arguments: [(124_99, 0), (125_00, 1)])
    func large(pence: Int64, count: Int) throws {
        #expect(try found(snapshot([pence], on: "2026-04-08")).count == count)
    }

    @Test("half of what is usual is large, a penny less has a pace", arguments: [(50_00, 0), (49_99, 1)])
    func largeBoundary(pence: Int64, count: Int) throws {
        #expect(try found(snapshot([pence], on: "2026-04-08")).count == count)
    }

    @Test("a payment that repeats every month has no pace")
    func repeating() throws {
        let rent = try ["2026-01-02", "2026-02-02", "2026-03-02", "2026-04-02"].map {
            try Histories.expense("Rent", 45_00, $0, .monthly)
        }
        let more = try ["2026-01-20", "2026-02-20", "2026-03-20"].map { try Histories.expense("Lamp", 55_00, $0) }
        #expect(try found(Histories.snapshot(on: "2026-04-10", rent + more)).isEmpty)
    }

    @Test("payments entered for later days count as they are")
    func entered() throws {
        let snapshot = try snapshot([20_00, 40_00, 40_00, 40_00], [1, 9, 9, 9], on: "2026-04-08")
        let found = try found(snapshot)
        #expect(found.map(\.impact) == [Money(pence: 40_00)])
    }

    @Test("nothing is said without records, or while they are younger than three months")
    func noData() throws {
        #expect(try found(Grounds.empty()).isEmpty)
        var young = try snapshot([40_00, 40_00], on: "2026-04-10", usual: 300_00)
        young.expenses.removeFirst()
        #expect(try found(young).isEmpty)
    }
}
