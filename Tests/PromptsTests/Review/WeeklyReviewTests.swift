import Analyses
import Finance
import Prompts
import TestKit
import Testing

@Suite("The review of a week")
struct WeeklyReviewTests {
    /// Payments of £1.00 to £8.00 on the eight days from 28 December 2025 to 4 January 2026.
    private func newYear() throws -> Snapshot {
        let first = try #require(Day("2025-12-28"))
        var snapshot = ReportCases.snapshot(income: nil, [])
        snapshot.expenses = (0..<8).map { place in
            Expense(
                id: "e\(place)", name: "Shop", amount: Money(pence: Int64(place + 1) * 100),
                fallsOn: first.advanced(by: place).start, frequency: .once)
        }
        return snapshot
    }

    @Test(
        "weeks around New Year hold the days of their own ISO year",
        arguments: [("2025-W52", "£1.00"), ("2026-W01", "£35.00")])
    func newYear(period: String, spent: String) throws {
        let document = WeeklyReview(of: try newYear(), week: ISOWeek(period)).document
        #expect(document.period == period)
        let spending = try #require(document.sections.first { $0.kind == .spending })
        #expect(spending.sentence.hasPrefix("You spent \(spent) in this week"))
        #expect(spending.figures.allSatisfy { $0.window == period || $0.window == nil })
    }

    @Test("a title over New Year names both years") func title() throws {
        let document = WeeklyReview(of: try newYear(), week: ISOWeek("2026-W01")).document
        #expect(document.title == "Your week, 29 December 2025 to 4 January 2026")
        #expect(document.fileName == "weekly-review-2026-w01")
    }

    @Test("a week that is not over says so, and compares the same days")
    func running() throws {
        let document = WeeklyReview(of: try NamedPeople.snapshot(of: NamedPeople.maya)).document
        #expect(document.remarks == ["The week is not over: it is held against the same days of the one before."])
        let past = WeeklyReview(of: try newYear(), week: ISOWeek("2026-W01")).document
        #expect(past.remarks.isEmpty)
    }
}
