import Analyses
import Finance
import TestKit
import Testing

@Suite("Screening rules on the months")
struct RiskRulesMonthTests {
    @Test(
        "each of the last three months with more out than in counts; an even month does not",
        arguments: [
            ([2_000, 2_000, 2_000], 0, 0), ([2_001, 2_000, 2_000], 1, 8), ([2_001, 2_001, 2_000], 2, 16),
            ([2_001, 2_001, 2_001], 3, 24),
        ] as [([Int64], Int, Int)])
    func negative(spent: [Int64], months: Int, points: Int) {
        let rule = RiskCases(months: spent.map { (2_000, $0) }).rule(.negativeMonths)
        #expect(rule?.input == .count(months))
        #expect(rule?.contribution == points)
    }

    @Test("a month without recorded income is not judged, and without any there is no number")
    func unknownIncome() {
        var cases = RiskCases(months: [(nil, 900), (nil, 900), (2_000, 100)])
        #expect(cases.rule(.negativeMonths)?.explanation == "0 of 1 months with recorded income.")
        cases.income = nil
        #expect(cases.rule(.negativeMonths)?.input == nil)
        #expect(cases.rule(.negativeMonths)?.contribution == 0)
    }

    @Test("a fourth month back is not looked at")
    func window() throws {
        var snapshot = RiskCases(months: [(2_000, 2_001)]).snapshot
        snapshot.month = snapshot.month.next
        #expect(RiskAssessment(of: snapshot).rules.first { $0.kind == .negativeMonths }?.input == .count(0))
    }

    @Test(
        "spending above budgets counts from 10 and 25 per cent; the whole budget spent is not over",
        arguments: [(100, 0), (109, 0), (110, 4), (124, 4), (125, 8), (400, 8)] as [(Int64, Int)])
    func overrun(spent: Int64, points: Int) {
        let rule = RiskCases(budgets: [("Food", 100, spent)]).rule(.budgetOverrun)
        #expect(rule?.contribution == points)
    }

    @Test("what one category leaves does not pay for another")
    func noOffset() {
        let rule = RiskCases(budgets: [("Food", 100, 150), ("Fun", 100, 10)]).rule(.budgetOverrun)
        #expect(rule?.input == .percent(25))
    }

    @Test(
        "savings count by whole months of the average expenses",
        arguments: [
            (nil, nil, 0), (0, 0, 8), (999, 0, 8), (1_000, 1, 4), (2_999, 2, 4), (3_000, 3, 0), (90_000, 90, 0),
            (-5, 0, 8),
        ] as [(Int64?, Int?, Int)])
    func runway(saved: Int64?, months: Int?, points: Int) {
        let cases = RiskCases(months: [(2_000, 1_500), (2_000, 500), (2_000, 1_000)], saved: saved)
        #expect(cases.rule(.runway)?.input == months.map { .months($0) })
        #expect(cases.rule(.runway)?.contribution == points)
    }
}
