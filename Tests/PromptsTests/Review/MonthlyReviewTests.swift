import Analyses
import Finance
import Prompts
import TestKit
import Testing

@Suite("The review of a month")
struct MonthlyReviewTests {
    private func sentence(_ kind: ReviewSection.Kind, _ document: ReviewDocument) throws -> String {
        try #require(document.sections.first { $0.kind == kind }).sentence
    }

    private func expense(_ pence: Int64, _ month: Month, _ category: String = "Food") -> Expense {
        Expense(
            id: "\(month) \(pence)", name: "Shop", amount: Money(pence: pence), fallsOn: month.start, frequency: .once,
            category: category)
    }

    @Test("says how spending stands beside last month and a usual one, which way it changed, and by how much")
    func spending() throws {
        var snapshot = ReportCases.snapshot(income: 500_00, [])
        let months = (0...4).map { NamedPeople.month.advanced(by: -$0) }
        snapshot.expenses = zip(months, [600_00, 400_00, 300_00, 350_00, 500_00]).map { expense($1, $0) }.reversed()
        let document = MonthlyReview(of: snapshot).document
        #expect(
            try sentence(.spending, document)
                == "Your expenses in April 2026 are £600.00; the change from March 2026 is 50%.")
        #expect(
            try sentence(.income, document)
                == "Your income in April 2026 is £500.00. The month is £100.00 short.")
        #expect(
            try sentence(.changes, document) == "Expenses are £200.00 more in April 2026 than in March 2026.")
        let usual = document.figures.first { $0.id == "month.usual" }
        #expect(usual?.printed == "£375.00")
        snapshot.expenses[snapshot.expenses.count - 1].amount = Money(pence: 250_00)
        let less = MonthlyReview(of: snapshot).document
        #expect(try sentence(.changes, less) == "Expenses are £150.00 less in April 2026 than in March 2026.")
    }

    @Test("what is not recorded is said in every section, and no number stands in for it")
    func empty() throws {
        let document = MonthlyReview(of: try NamedPeople.snapshot(of: NamedPeople.noah)).document
        #expect(document.figures.isEmpty && document.sections.allSatisfy { $0.lines.isEmpty })
        #expect(
            document.sections.map(\.sentence) == [
                "No income is recorded for April 2026.", "No expense is recorded for April 2026.",
                "No budget is set for April 2026.", "No saving goal is recorded.", "No debt is recorded.",
                "There is nothing to compare April 2026 with.", "No payment is entered for the coming weeks.",
            ])
    }

    @Test("a month that is over has no remark on running, another month's household budgets are left out")
    func past() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        #expect(MonthlyReview(of: snapshot).document.remarks.first?.hasPrefix("April 2026 is not over") == true)
        let march = MonthlyReview(of: snapshot, month: snapshot.month.previous).document
        #expect(march.period == "2026-03" && !march.remarks.contains { $0.contains("not over") })
    }
}
