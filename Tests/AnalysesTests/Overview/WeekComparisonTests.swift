import Analyses
import Finance
import Testing

@Suite("A week beside the one before, by category")
struct WeekComparisonTests {
    @Test("largest change first, weeks apart at New Year by their ISO year")
    func newYear() throws {
        let expenses = try [
            Histories.expense("a", 10_00, "2025-12-28"), Histories.expense("b", 20_00, "2025-12-29"),
            Histories.expense("c", 30_00, "2026-01-04"), Histories.expense("d", 5_00, "2026-01-04", category: "Fun"),
            Histories.expense("e", 99_00, "2026-01-05"),
        ]
        let snapshot = try Histories.snapshot(on: "2026-01-20", expenses)
        let week = try #require(ISOWeek("2026-W01"))
        let comparison = WeekComparison(of: snapshot, week: week)
        #expect(comparison.changes.map(\.name) == ["Food", "Fun"])
        #expect(comparison.changes.map(\.difference) == [40_00, 5_00].map { Money(pence: $0) })
        #expect(comparison.figures.map(\.window).prefix(3) == ["2025-W52", "2026-W01", "2026-W01"])
        #expect(!comparison.isRunning && Set(comparison.figures.map(\.id)).count == 6)
    }

    @Test("in a running week both are looked at up to the same day")
    func running() throws {
        let expenses = try [
            Histories.expense("a", 10_00, "2026-04-13"), Histories.expense("b", 70_00, "2026-04-15"),
            Histories.expense("c", 10_00, "2026-04-20"), Histories.expense("d", 90_00, "2026-04-22"),
        ]
        let snapshot = try Histories.snapshot(on: "2026-04-21", expenses)
        let comparison = WeekComparison(of: snapshot, week: ISOWeek(containing: snapshot.today))
        #expect(comparison.isRunning && comparison.changes.isEmpty)
    }
}
