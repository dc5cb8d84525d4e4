import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("The report on debts")
struct DebtReportTests {
    private typealias Cases = ReportCases

    /// Portfolio G1 of the reference, with £50 on top.
    private static let g1 = [
        Cases.debt("Card A", 3_200_00, payment: 96_00, rate: 2_490, extra: 50_00),
        Cases.debt("Car loan", 8_400_00, payment: 210_00, rate: 790),
        Cases.debt("Store card", 650_00, payment: 35_00, rate: 3_490),
        Cases.debt("Overdraft loan", 1_200_00, payment: 60_00, rate: 1_590),
    ]

    private static func points(_ debts: [Debt], income: Int64? = 2_000_00) -> [String] {
        Report(.debt, of: Cases.snapshot(income: income, debts: debts)).insights.map(\.suggestion)
    }

    @Test("prices both orders to the penny, all four debts in")
    func prices() {
        let points = Self.points(Self.g1)
        #expect(points[0].contains("- Target debt: “Store card”, £650.00 owed at 34.9% a year"))
        #expect(points[0].contains("after 36 months\n- Capital Loss (interest) until then: £2,762.83"))
        #expect(points[1].contains("after 37 months\n- Capital Loss (interest) until then: £2,799.74"))
        #expect(points[0].contains("£401.00 of minimum payments and £50.00 on top, as you entered it"))
        #expect(
            points[0].contains(
                "Beside minimum payments only: £1,420.01 less Capital Loss and 22 months sooner"))
    }

    @Test("says practically equal below £10 or 1 %, the price above both, and the same where it is")
    func comparison() {
        func line(_ debts: [Debt]) -> String? {
            Self.points(debts)[1].split(separator: "\n").first { $0.contains("Beside the avalanche") }
                .map(String.init)
        }
        #expect(line(Self.g1) == "- Beside the avalanche: £36.91 more Capital Loss and 1 month longer")
        let near = [
            Cases.debt("A", 500_00, payment: 50_00, rate: 1_000, extra: 20_00),
            Cases.debt("B", 600_00, payment: 50_00, rate: 1_200),
        ]
        #expect(line(near)?.contains("practically equal, £") == true)
        let same = [
            Cases.debt("A", 500_00, payment: 50_00, rate: 1_200, extra: 20_00),
            Cases.debt("B", 600_00, payment: 50_00, rate: 1_000),
        ]
        #expect(line(same) == "- Beside the avalanche: the same Capital Loss and just as long")
        #expect(
            Self.points([Cases.debt("A", 500_00, payment: 50_00, rate: 0)])[1].contains(
                "With a single debt"))
    }

    @Test("asks about priority bills before any order, and names no way as the right one")
    func care() {
        let points = Self.points(Self.g1)
        #expect(points[0].hasPrefix(CareConfig.reviewed.priorityQuestion + "\n"))
        #expect(points[1].hasSuffix(CareConfig.reviewed.comparison))
        #expect(points[2].contains("0800 138 1111"))
        #expect(!points.joined().lowercased().contains("should"))
    }

    @Test("a debt without a rate is named with what to ask, and never guessed")
    func unknownRate() {
        let debts = [Cases.debt("Family", 300_00, payment: 10_00, rate: nil)]
        let report = Report(.debt, of: Cases.snapshot(debts: debts))
        #expect(
            report.summary.contains(
                "“Family” (£300.00 owed) is not part of the sums, because its yearly rate"))
        #expect(report.insights[0].suggestion.contains("Target debt: not known without rates"))
        #expect(report.insights[1].suggestion.contains("Target debt: “Family”, £300.00 owed"))
        #expect(
            report.insights[1].suggestion.contains(
                "- What is the yearly interest rate (APR) of “Family”?"))
    }

    @Test("what a little more would do is shown only as far as the month leaves it")
    func example() {
        let debt = [Cases.debt("Card", 2_000_00, payment: 100_00, rate: 2_000)]
        func example(_ left: Int64) -> String? {
            Self.points(debt, income: 900_00 + left)[0].split(separator: "\n").first {
                $0.contains("For scale")
            }
            .map { String($0.prefix(24)) }
        }
        #expect(example(150_00) == "- For scale, with £50.00")
        #expect(example(149_99) == "- For scale, with £10.00")
        #expect(example(110_00) == "- For scale, with £10.00" && example(109_99) == nil)
        #expect(!Self.points(debt, income: nil)[0].contains("For scale"))
    }

    @Test("brings up free help from 40 % of income, for a shortage, and for a debt that never clears")
    func strain() {
        func helps(_ payment: Int64, income: Int64? = 2_000_00, rate: Int = 500) -> Bool {
            let debts = [Cases.debt("Loan", 9_000_00, payment: payment, rate: rate)]
            return Report(.debt, of: Cases.snapshot(income: income, debts: debts)).summary.contains(
                "StepChange")
        }
        #expect(helps(800_00) && !helps(799_90))
        #expect(helps(50_00, income: 899_99) && !helps(50_00, income: 900_00))
        #expect(helps(100_00, rate: 2_000) && !helps(200_00, rate: 2_000) && !helps(50_00, income: nil))
    }

    @Test("without income what is left is not known, and nothing is said to be zero")
    func noIncome() {
        let summary = Report(.debt, of: Cases.snapshot(income: nil, debts: Self.g1)).summary
        #expect(
            summary.hasPrefix("Kit, no income is recorded for April 2026, so what is left is not known."))
        #expect(!summary.contains("£0.00"))
    }

    @Test("who has cleared every debt is told so")
    func cleared() {
        let report = Report(
            .debt, of: Cases.snapshot(debts: [Cases.debt("Card", 0, payment: 0, rate: 0)]))
        #expect(report.isEmpty && report.summary.hasPrefix("Kit, nothing is owed any more"))
    }

    @Test("the average rate is weighted by what is owed, to the nearest basis point")
    func average() {
        func debt(_ pence: Int64, _ rate: Int) -> PlannedDebt {
            PlannedDebt(
                id: "\(pence)", name: "", balance: Money(pence: pence), minimum: .zero,
                rate: Rate(basisPoints: rate))
        }
        #expect(
            DebtReport.average(of: [debt(300, 1_000), debt(100, 2_000)]) == Rate(basisPoints: 1_250))
        #expect(DebtReport.average(of: [debt(100, 1), debt(100, 2)]) == Rate(basisPoints: 2))
        #expect(DebtReport.average(of: []) == nil)
    }
}
