import Finance
import TestKit
import Testing

@Suite("Records that look entered twice")
struct OccurrenceTests {
    private func groups(_ records: [(amount: Int64, day: String, made: String)]) throws -> [[String]] {
        var documents = NamedPeople.noah
        documents.expenses = records.enumerated().map { index, record in
            NamedPeople.expense(
                "66200000000000000000000\(index)", "Rent", .int(record.amount), record.day,
                owner: NamedPeople.noahID, made: record.made)
        }
        let snapshot = try NamedPeople.snapshot(of: documents)
        #expect(snapshot.expenses.count == records.count, "suspected duplicates are never removed")
        return snapshot.suspectedDuplicates
    }

    @Test("two workers of one job: same name, amount and date, made within seconds")
    func jobTwice() throws {
        let made = ["2026-03-01T00:10:00.1Z", "2026-03-01T00:10:00.3Z", "2026-03-01T00:10:59Z"]
        let found = try groups(made.map { (800, "2026-04-01", $0) })
        #expect(found == [["662000000000000000000000", "662000000000000000000001", "662000000000000000000002"]])
    }

    @Test("two coffees on one day, entered an hour apart, are two coffees")
    func hourApart() throws {
        let found = try groups([(3, "2026-04-01", "2026-04-01T09:00:00Z"), (3, "2026-04-01", "2026-04-01T10:00:00Z")])
        #expect(found.isEmpty)
    }

    @Test("another amount or another date is another record")
    func others() throws {
        let made = "2026-04-01T09:00:00Z"
        let found = try groups([(3, "2026-04-01", made), (4, "2026-04-01", made), (3, "2026-04-08", made)])
        #expect(found.isEmpty)
    }

    @Test("two pairs on one day are two groups")
    func twoPairs() throws {
        let made = ["2026-04-01T09:00:00Z", "2026-04-01T09:00:05Z", "2026-04-01T12:00:00Z", "2026-04-01T12:00:05Z"]
        #expect(try groups(made.map { (3, "2026-04-01", $0) }).map(\.count) == [2, 2])
    }
}
