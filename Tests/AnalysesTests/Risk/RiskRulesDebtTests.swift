import Analyses
import Finance
import TestKit
import Testing

@Suite("Screening rules on debt")
struct RiskRulesDebtTests {
    @Test(
        "debt payments beside income are graded at 20, 36 and 43 per cent, as rounded to two decimals for display",
        arguments: [
            (0, 0), (399_89, 0), (400_00, 20), (719_89, 20), (720_00, 35), (859_89, 35), (860_00, 50),
            (9_000_00, 50),
        ] as [(Int64, Int)])
    func bands(payment: Int64, points: Int) {
        let rule = RiskCases(debts: [RiskCases.debt(payment: payment)]).rule(.debtToIncome)
        #expect(rule?.contribution == points)
    }

    @Test("open debts without income are high, with words in place of a number", arguments: [nil, 0] as [Int64?])
    func incomeUnknown(income: Int64?) {
        let assessment = RiskCases(income: income, debts: [RiskCases.debt(payment: 0)]).assessment
        #expect(assessment.level == .high)
        #expect(assessment.rules[0].input == nil)
        #expect(assessment.rules[0].explanation.hasPrefix("Income unknown"))
        #expect(
            assessment.json.text.contains(
                #""rule":"debt_to_income","title":"Debt payments beside income","input":null"#))
    }

    @Test("without an open debt nothing is asked of income")
    func noDebt() {
        var cases = RiskCases(income: nil, debts: [RiskCases.debt(owed: 0, payment: 500_00)])
        #expect(cases.rule(.debtToIncome)?.contribution == 0)
        cases.debts = []
        #expect(cases.rule(.debtToIncome)?.explanation == "No debt is open.")
    }

    @Test(
        "a payment up to the interest never clears, a penny more does",
        arguments: [(109_99, true), (110_00, true), (110_01, false)] as [(Int64, Bool)])
    func neverClearing(payment: Int64, never: Bool) {
        let burden = DebtBurden(of: RiskCases(debts: [RiskCases.debt(payment: payment, interest: 110_00)]).snapshot)
        #expect(burden.neverClearing.isEmpty != never)
        #expect(burden.counted == (never ? Money(pence: 110_01) : Money(pence: payment)))
    }

    @Test("G4: £5,000 at 39.9% paid £150 charges £166.25 and begins to clear at £166.26")
    func golden() throws {
        let debt = RiskCases.debt(owed: 5_000, payment: 150_00, rate: Rate(basisPoints: 3_990))
        let row = try #require(DebtBurden(of: RiskCases(debts: [debt]).snapshot).neverClearing.first)
        #expect(row.interest == Money(pence: 166_25))
        #expect(row.breakEven == Money(pence: 166_26))
    }

    @Test(
        "a month's interest is rounded half to even",
        arguments: [(6, 0), (7, 1), (18, 2), (30, 2), (31, 3), (42, 4), (54, 4)] as [(Int64, Int64)])
    func halfEven(pence: Int64, interest: Int64) {
        var debt = RiskCases.debt(payment: 0, rate: Rate(basisPoints: 10_000))
        debt.balance = Money(pence: pence)
        let row = DebtBurden(of: RiskCases(debts: [debt]).snapshot).neverClearing.first
        #expect((row?.interest ?? .zero) == Money(pence: interest))
    }

    @Test("a debt that never clears adds only what counting it at its break-even adds")
    func addedPoints() {
        let debt = RiskCases.debt(payment: 300_00, interest: 450_00)
        let cases = RiskCases(debts: [debt])
        #expect(cases.rule(.debtToIncome)?.contribution == 0)
        #expect(cases.rule(.neverClearing)?.contribution == 20)
        #expect(cases.rule(.neverClearing)?.input == .count(1))
        #expect(cases.assessment.topReason.contains("begins to clear at £450.01"))
    }

    @Test(
        "growth counts from 5 and 20 per cent, and from £50, of a balance at least four weeks old",
        arguments: [
            (1_000, "2026-03-23", 1_049, 0), (1_000, "2026-03-23", 1_050, 5), (1_000, "2026-03-23", 1_199, 5),
            (1_000, "2026-03-23", 1_200, 10), (1_000, "2026-03-24", 1_200, 0), (100, "2026-03-23", 149, 0),
            (100, "2026-03-23", 150, 10), (0, "2026-03-23", 50, 10), (1_000, "2025-12-16", 1_200, 10),
            (1_000, "2025-12-15", 1_200, 0), (1_000, "2026-03-23", 800, 0),
        ] as [(Int64, String, Int64, Int)])
    func growth(before: Int64, day: String, owed: Int64, points: Int) throws {
        let point = BalancePoint(day: try #require(Day(day)), balance: Money(pence: before * 100))
        let night = PreviousRisk(day: point.day, level: .low, candidate: .low, nights: 1, score: 0, balances: [point])
        let snapshot = RiskCases(debts: [RiskCases.debt(owed: owed, payment: 1)]).snapshot
        let rule = RiskAssessment(of: snapshot, previous: night).rules.first { $0.kind == .debtGrowth }
        #expect(rule?.contribution == points)
    }

    @Test("without remembered balances growth has no number")
    func noHistory() {
        let rule = RiskCases(debts: [RiskCases.debt(payment: 1)]).rule(.debtGrowth)
        #expect(rule?.input == nil && rule?.contribution == 0)
        #expect(rule?.explanation.hasPrefix("No balance") == true)
    }
}
