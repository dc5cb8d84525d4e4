import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("The report on 50/30/20")
struct BudgetReportTests {
    private typealias Cases = ReportCases
    private static let (needs, wants, savings) = (
        "Essential(Needs)", "Discretionary(Wants)", "Savings"
    )

    private static func report(
        income: Int64? = 1_000_00, _ expenses: [(String, Int64, String?)], debts: [Debt] = [],
        budgets: [(String, Int64)] = []
    ) -> Report {
        Report(.budget, of: Cases.snapshot(income: income, expenses, debts: debts, budgets: budgets))
    }

    @Test("a month on the guide has no problem areas; exactly three steps even so")
    func onTheGuide() {
        let report = Self.report([
            ("Rent", 500_00, Self.needs), ("Fun", 300_00, Self.wants), ("ISA", 200_00, Self.savings),
        ])
        #expect(report.insights[2].insight == "Nothing is off the guide")
        #expect(Self.steps(report).count == 3)
        #expect(
            report.insights[1].suggestion.contains(
                "Wants: the guide gives £300.00 in April 2026; you are exactly"))
    }

    @Test("each part is judged by its own side of the guide, from one penny on")
    func areas() {
        func heading(_ needs: Int64, _ wants: Int64, _ savings: Int64) -> String {
            Self.report([
                ("R", needs, Self.needs), ("F", wants, Self.wants), ("S", savings, Self.savings),
            ])
            .insights[2].insight
        }
        #expect(heading(500_01, 200_00, 200_00) == "Off the guide: needs")
        #expect(heading(400_00, 300_01, 200_00) == "Off the guide: wants")
        #expect(heading(400_00, 300_00, 199_99) == "Off the guide: savings")
        #expect(heading(500_00, 300_01, 200_00) == "More went out than came in")
    }

    @Test("far off the guide the way there has three phases, near it one line, out of reach none")
    func phases() {
        func way(_ needs: Int64, _ savings: Int64) -> String {
            Self.report([("R", needs, Self.needs), ("S", savings, Self.savings)]).insights[2].suggestion
        }
        #expect(way(500_00, 100_00).contains("- By June 2026: savings 20%"))
        let far = way(500_00, 50_00)
        #expect(
            far.contains("- Phase 1, by May 2026: savings 10%\n- Phase 2, by June 2026: savings 15%\n"))
        #expect(far.hasSuffix("- Phase 3, by July 2026: savings 20%"))
        #expect(
            way(701_00, 100_00).contains("out of reach for now")
                && !way(700_00, 100_00).contains("out of reach"))
    }

    @Test("without income the shares are not known, with the reason, and what is known is in pounds")
    func noIncome() {
        let report = Self.report(
            income: nil, [("Rent", 500_00, Self.needs)], budgets: [(Self.needs, 450_00)])
        #expect(
            report.summary.contains(
                "Your own shares are not known: no income is recorded for April 2026."))
        #expect(report.insights[1].suggestion.contains("- Needs: £500.00 spent, £450.00 budgeted"))
        #expect(report.insights[2].insight == "Problem areas cannot be seen yet")
        #expect(
            Self.steps(report).first
                == "- Enter the income of April 2026, so that shares can be worked out")
        #expect(Self.steps(report).count == 3)
        #expect(Self.report(income: nil, [("Rent", 500_00, Self.needs)]).isEmpty)
    }

    @Test("a shortage counts debt payments, comes first and brings up free help")
    func shortage() {
        let debts = [Cases.debt("Loan", 900_00, payment: 50_00, rate: 0)]
        let report = Self.report([("Rent", 960_00, Self.needs)], debts: debts)
        #expect(
            report.summary.contains(
                "Together, debt payments included, that leaves the month £10.00 short."))
        #expect(report.insights[2].insight == "More went out than came in")
        #expect(
            Self.steps(report).first
                == "- Look first at payments that can wait or shrink, since April 2026 is £10.00 short")
        #expect(report.insights[3].suggestion.contains("stepchange.org"))
        #expect(
            !Self.report([("Rent", 950_00, Self.needs)], debts: debts).insights[3].suggestion.contains(
                "stepchange"))
    }

    @Test("a category of the person's own words counts where they said so")
    func overrides() {
        let snapshot = Cases.snapshot(income: 1_000_00, [("Bike", 100_00, "Hobby")])
        #expect(
            Report(.budget, of: snapshot).insights[0].suggestion.contains(
                "- Not sorted yet: £100.00, 10% of income"))
        let sorted = Report(.budget, of: snapshot, overrides: ["Hobby": .wants])
        #expect(sorted.insights[0].suggestion.contains("- Wants: £100.00, 10% of income"))
    }

    private static func steps(_ report: Report) -> [Substring] {
        report.insights[3].suggestion.split(separator: "\n").prefix { !$0.hasPrefix("If") }.map { $0 }
    }
}
