import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Totals of a month")
struct MonthTotalsTests {
    /// Noah with one £1.00 expense at each of these instants.
    private func spent(at instants: [String], in month: String) throws -> Money {
        var documents = NamedPeople.noah
        documents.expenses = instants.enumerated().map { index, instant in
            NamedPeople.expense("66200000000000000000000\(index)", "E", .int(1), instant, owner: NamedPeople.noahID)
        }
        let month = try #require(Month(month))
        return try Snapshot(documents: documents, month: month, asOf: NamedPeople.now).thisMonth.expenses
    }

    @Test(
        "counts the first instant and the last millisecond of a month, and nothing beside it",
        arguments: [("2026-01", "31"), ("2026-02", "28"), ("2024-02", "29"), ("2026-03", "31"), ("2026-10", "31")])
    func edges(month: String, last: String) throws {
        let before = try #require(Month(month)).firstDay.advanced(by: -1).description + "T23:59:59.999Z"
        let after = try #require(Month(month)).next.firstDay.description
        let instants = [before, "\(month)-01T00:00:00Z", "\(month)-\(last)T23:59:59.999Z", after]
        #expect(try spent(at: instants, in: month) == Money(pence: 200))
    }

    @Test("British clock changes move nothing: days are UTC days")
    func clockChanges() throws {
        let march = [
            "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-31T23:30:00Z", "2026-04-01T00:30:00+01:00",
        ]
        #expect(try spent(at: march, in: "2026-03") == Money(pence: 400))
        #expect(try spent(at: ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"], in: "2026-10") == Money(pence: 200))
    }

    @Test("future occurrences wait in their own month")
    func future() throws {
        let maya = try NamedPeople.snapshot(of: NamedPeople.maya)
        let may = maya.totals(of: maya.month.next)
        #expect(may.expenses == Money(pence: 116_299))
        #expect(may.income == .zero && may.coverage == .full)
        #expect(maya.totals(of: maya.month.advanced(by: 2)).coverage == .none)
    }

    @Test("a deficit is negative and not clamped")
    func deficit() throws {
        let dana = try NamedPeople.snapshot(of: NamedPeople.dana)
        #expect(dana.thisMonth.leftOver == Money(pence: -38_540))
    }

    @Test("a rounded amount or a cut name leaves coverage full, a lost record does not")
    func coverage() throws {
        var documents = NamedPeople.noah
        let long = String(repeating: "n", count: 500)
        documents.expenses = [
            NamedPeople.expense(
                "662000000000000000000001", long, .double(1.239), "2026-04-02", owner: NamedPeople.noahID)
        ]
        let snapshot = try NamedPeople.snapshot(of: documents)
        #expect(snapshot.skipped.count == 2)
        #expect(snapshot.thisMonth.coverage == .full)
        #expect(snapshot.coverage(of: "expenses", "incomes") == .full)
        #expect(try NamedPeople.snapshot(of: NamedPeople.dirty).coverage(of: "expenses") == .partial)
        #expect(try NamedPeople.snapshot(of: NamedPeople.dirty).coverage(of: "debts") == .full)
    }
}
