import Finance
import Testing

@testable import Analyses

@Suite("How far off it was before")
struct PastErrorsTests {
    private func errors(_ expenses: [Expense], before month: String, steps: Int = 4) throws -> PastErrors {
        let month = try #require(Month(month))
        return PastErrors(
            of: MovementBook(expenses.map { Movement($0, today: Day(number: 30_000)) }), before: month,
            on: month.firstDay, steps: steps)
    }

    @Test("each month from the fourth on is held against what the months before it would have said")
    func rolling() throws {
        let months = try Histories.monthly("Shop", from: "2026-01", count: 6) { [100, 200, 300, 900, 250, 0][$0] }
        let past = try errors(months, before: "2026-07")
        // Medians 200, then 250 of four, then 250 of five.
        #expect(past.total[0].map(\.pence) == [700, 0, -250])
        #expect(past.total[1].map(\.pence) == [50, -250])
        #expect(past.ahead[2].map(\.pence) == [50 - 200])
        #expect(past.byGroup.map { $0.map(\.pence) } == [[700, 0, -250]])
        #expect(past.weightedPercent == 95_000.0 / 1_150)
    }

    @Test("three full months leave nothing to compare with")
    func short() throws {
        let past = try errors(Histories.monthly("Shop", from: "2026-01", count: 3) { _ in 100 }, before: "2026-04")
        #expect(past.total[0].isEmpty && past.weightedPercent == nil)
    }

    @Test("at most the last 24 months are looked back at")
    func bounded() throws {
        let months = try Histories.monthly("Shop", from: "2022-01", count: 40) { _ in 100 }
        #expect(try errors(months, before: "2025-05").total[0].count == 24)
    }
}
