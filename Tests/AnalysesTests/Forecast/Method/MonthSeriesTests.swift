import Finance
import Testing

@testable import Analyses

@Suite("Full months")
struct MonthSeriesTests {
    private func series(_ expenses: [Expense], before month: String, on today: String) throws -> MonthSeries {
        MonthSeries(
            of: MovementBook(expenses.map { Movement($0, today: Day(number: 30_000)) }),
            before: try #require(Month(month)),
            on: try Histories.day(today))
    }

    @Test("the first month is full when its first record lies in its first week")
    func firstWeek() throws {
        func count(_ first: String) throws -> Int {
            let expenses = try [Histories.expense("a", 1, first), Histories.expense("b", 1, "2026-03-09")]
            return try series(expenses, before: "2026-04", on: "2026-04-10").count
        }
        #expect(try count("2026-01-07") == 3)
        #expect(try count("2026-01-08") == 2)
    }

    @Test("the running month is no full month, and nothing makes none")
    func running() throws {
        let expenses = try [Histories.expense("a", 1, "2026-04-01")]
        #expect(try series(expenses, before: "2026-04", on: "2026-04-30").count == 0)
        #expect(try series([], before: "2026-04", on: "2026-04-30").count == 0)
    }

    @Test("what repeats is in the totals but not among the one-offs, and nothing entered later is in either")
    func parts() throws {
        let series = try series(
            [
                Histories.expense("Rent", 500, "2026-03-01", .monthly), Histories.expense("Shop", 70, "2026-03-02"),
                Histories.expense("Late", 9, "2026-03-03", entered: "2026-04-02"),
            ], before: "2026-04", on: "2026-04-01")
        #expect(series.totals.map(\.pence) == [570])
        #expect(series.oneOffs.map { $0.map(\.pence) } == [[70]])
    }
}
