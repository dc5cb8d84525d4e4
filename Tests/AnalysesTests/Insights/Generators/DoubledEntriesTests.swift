import Analyses
import Finance
import Testing

@Suite("Entries that look made twice")
struct DoubledEntriesTests {
    private func found(_ count: Int, on day: String, pence: Int64 = 30_00) throws -> [Insight] {
        let expenses = try (0..<count).map { place in
            var expense = try Histories.expense("Gym", pence, day)
            expense.id = "\(place)"
            return expense
        }
        var snapshot = try Histories.snapshot(on: "2026-04-20", expenses)
        snapshot.suspectedDuplicates = count > 1 ? [expenses.map(\.id)] : []
        return try Grounds.found(.duplicateEntries, in: snapshot)
    }

    @Test("is told with what is counted too much")
    func positive() throws {
        let found = try found(3, on: "2026-04-02")
        #expect(
            found.map(\.text) == [
                "3 entries of “Gym” on 2 April 2026 have the same amount, £30.00. If they are one payment, the spending on "
                    + "record is £60.00 too high."
            ])
        #expect(found.map(\.title) == ["“Gym” looks entered 3 times"] && found.map(\.bucket) == [2])
        Grounds.expectComplete(found)
    }

    @Test("of this month and the two before it", arguments: [("2026-01-31", 0), ("2026-02-01", 1), ("2026-05-02", 1)])
    func boundary(day: String, count: Int) throws { #expect(try found(2, on: day).count == count) }

    @Test("buckets by how many there are", arguments: [(2, 1), (3, 2), (4, 3), (9, 3)])
    func buckets(count: Int, bucket: Int) throws {
        #expect(try found(count, on: "2026-04-02").map(\.bucket) == [bucket])
    }

    @Test("nothing is said of single entries, of nothing in pounds, or without records")
    func noData() throws {
        #expect(try found(1, on: "2026-04-02").isEmpty && found(2, on: "2026-04-02", pence: 0).isEmpty)
        #expect(try Grounds.found(.duplicateEntries, in: Grounds.empty()).isEmpty)
    }
}
