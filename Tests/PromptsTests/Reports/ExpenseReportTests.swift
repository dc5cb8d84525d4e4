import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("The report on expenses")
struct ExpenseReportTests {
    private typealias Cases = ReportCases
    private static let (needs, wants) = ("Essential(Needs)", "Discretionary(Wants)")

    private static func report(income: Int64? = 1_000_00, _ expenses: [(String, Int64, String?)])
        -> Report
    {
        Report(.expense, of: Cases.snapshot(income: income, expenses))
    }

    @Test("wants are held against 30 % of the income: below, above and exactly there")
    func wants() {
        func lines(_ pence: Int64) -> String {
            Self.report([("Fun", pence, Self.wants)]).insights[2].suggestion
        }
        #expect(lines(299_99).contains("- Below the guide by £0.01"))
        #expect(lines(300_01).contains("- Above the guide by £0.01"))
        #expect(lines(300_00).contains("- Below the guide by £0.00"))
        #expect(
            Self.report([("Fun", 52_00, Self.wants)]).insights[2].insight
                == "Wants take 5.2% of your income in April 2026")
    }

    @Test(
        "the highest non-essential item is the largest want; what is not sorted is never taken for one")
    func highest() {
        let report = Self.report([
            ("Fun", 50_00, Self.wants), ("Trip", 60_00, Self.wants), ("Sofa", 70_00, nil),
        ])
        #expect(report.insights[3].suggestion.contains("Highest non-essential item: “Trip”, £60.00"))
        let unsorted = Self.report([("Rent", 50_00, Self.needs), ("Sofa", 70_00, nil)]).insights[3]
            .suggestion
        #expect(unsorted.contains("item: not known; the largest that is not sorted is “Sofa”, £70.00"))
        #expect(
            Self.report([("Rent", 50_00, Self.needs)]).insights[3].suggestion.contains(
                "item: there is none"))
    }

    @Test("without income neither what is left nor a share is known, and the reason is said")
    func noIncome() {
        let report = Self.report(income: nil, [("Fun", 50_00, Self.wants)])
        #expect(
            report.summary.contains("No income is recorded for April 2026, so what is left is not known.")
        )
        #expect(report.insights[2].insight == "Wants in April 2026: £50.00")
        #expect(
            report.insights[2].suggestion.hasPrefix(
                "As a share of income this is not known: no income is recorded"))
        #expect(!report.texts.joined().contains("£0.00"))
    }

    @Test("entries made twice are listed with what they may add, and never removed")
    func duplicates() {
        var snapshot = Cases.snapshot([("Rent", 900_00, Self.needs), ("Rent", 900_00, Self.needs)])
        #expect(Report(.expense, of: snapshot).insights[1].insight == "Nothing looks entered twice")
        snapshot.suspectedDuplicates = [["e0", "e1"]]
        let point = Report(.expense, of: snapshot).insights[1]
        #expect(point.insight == "£900.00 may be counted too often")
        #expect(point.suggestion.contains("- “Rent”, £900.00 on 1 April 2026, entered 2 times"))
        #expect(Report(.expense, of: snapshot).summary.contains("£1,800.00"))
    }

    @Test("subscriptions, price rises and payments that did not come are told with their estimate")
    func subscriptions() throws {
        var snapshot = Cases.snapshot([])
        func paid(_ name: String, _ pence: [Int64], from month: Int) -> [Expense] {
            pence.enumerated().map { index, pence in
                Expense(
                    id: "\(name)\(index)", name: name, amount: Money(pence: pence),
                    fallsOn: NamedPeople.month.advanced(by: month + index).start, frequency: .monthly)
            }
        }
        snapshot.expenses =
            (paid("Netflix", [10_99, 10_99, 10_99, 12_99, 12_99], from: -4)
            + paid("Spotify", [9_99, 9_99, 9_99], from: -3)).sorted { $0.fallsOn < $1.fallsOn }
        let point = Report(.expense, of: snapshot).insights[0]
        #expect(point.insight == "Subscriptions cost an estimated £22.98 a month")
        #expect(
            point.suggestion.contains("2 subscriptions come to an estimated £275.76 a year together."))
        #expect(
            point.suggestion.contains(
                "went from £10.99 to £12.99 on 1 March 2026, an estimated £24.00 a year more"))
        #expect(
            point.suggestion.contains("- Not on record: “Spotify”, £9.99, expected on 1 April 2026"))
    }

    @Test("a shortage is said as one and brings up free help")
    func shortage() {
        let short = Self.report([("Rent", 1_000_01, Self.needs)])
        #expect(short.summary.contains("so you are £0.01 short this month."))
        #expect(short.insights[3].suggestion.contains("stepchange.org"))
        let even = Self.report([("Rent", 1_000_00, Self.needs)])
        #expect(
            even.summary.contains("so £0.00 is left")
                && !even.insights[3].suggestion.contains("stepchange.org"))
    }

    @Test("the change on the month before says which way it went")
    func change() {
        func summary(_ before: Int64) -> String {
            var snapshot = Cases.snapshot([("Rent", 900_00, Self.needs)])
            let earlier = Expense(
                id: "e9", name: "Rent", amount: Money(pence: before),
                fallsOn: NamedPeople.month.previous.start,
                frequency: .once)
            snapshot.expenses.insert(earlier, at: 0)
            return Report(.expense, of: snapshot).summary
        }
        #expect(summary(800_00).contains("April 2026, 12.5% more than the £800.00 in March 2026"))
        #expect(summary(1_000_00).contains("April 2026, 10% less than the £1,000.00 in March 2026"))
        #expect(summary(900_00).contains("April 2026, as much as the £900.00 in March 2026"))
    }
}
