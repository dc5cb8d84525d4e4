import Analyses
import Finance
import FoundationEssentials
import Prompts
import TestKit
import Testing

@Suite("The words of insights")
struct InsightTextTests {
    private static let today = Day(year: 2026, month: 4, clampedDay: 20)

    private static func expense(
        _ name: String, _ pounds: Int64, _ days: [String], _ frequency: Frequency = .once, _ category: String = "Home"
    ) -> [Expense] {
        days.compactMap(Day.init).enumerated().map { place, day in
            Expense(
                id: "\(name) \(day) \(place)", name: name, amount: Money(pence: pounds * 100), fallsOn: day.start,
                frequency: frequency, category: category)
        }
    }

    private static func on(_ day: Int, _ months: ClosedRange<Int>) -> [String] {
        months.map { "2026-0\($0)-\(day < 10 ? "0" : "")\(day)" }
    }

    private static func goal(_ id: String, monthly: Int64, until end: String) -> SavingGoal {
        SavingGoal(
            id: id, name: id, target: Money(pence: 1_000_00), monthlyTarget: Money(pence: monthly * 100), saved: .zero,
            startsOn: nil, completesOn: Day(end)?.start, isCompleted: false, completion: 0)
    }

    private static func snapshot(food: Int64) -> Snapshot {
        let shops = zip(["Aldi", "Boots", "Costa"], ["2026-01-11", "2026-02-03", "2026-03-22"])
            .flatMap { expense($0, 200, [$1], .once, "Food") }
        let expenses =
            shops + expense("Netflix", 10, on(3, 1...2), .monthly) + expense("Netflix", 13, on(3, 3...4), .monthly)
            + expense("Netflix", 10, ["2025-12-03"], .monthly) + expense("Spotify", 12, on(5, 1...4), .monthly)
            + expense("Gym", 30, on(10, 2...3), .monthly) + expense("Lamp", 20, ["2026-04-02", "2026-04-02"])
            + expense("Market", food, ["2026-04-04", "2026-04-09", "2026-04-14"], .once, "Food")
            + expense("Rent", 1_000, ["2025-12-01"] + on(1, 1...4)) + expense("Sofa", 300, ["2026-03-15"])
        let pay = (["2025-12-01"] + on(1, 1...3)).compactMap(Day.init)
        let debt = Debt(
            id: "d", name: "Card", balance: Money(pence: 4_900_00), monthlyPayment: Money(pence: 20_00),
            extraPayment: .zero, capitalRepayment: .zero, interestRepayment: .zero,
            annualRate: Rate(basisPoints: 2_400),
            rateSource: .stated, paymentDueOn: today.start, completionRatio: nil)
        let lamps = expenses.filter { $0.name == "Lamp" }.map(\.id)
        return Snapshot(
            person: Person(id: NamedPeople.mayaID, name: "Maya", role: .user), month: Month(containing: today.start),
            asOf: today.start,
            incomes: pay.map {
                Income(id: "\($0)", name: "Pay", amount: Money(pence: 2_500_00), receivedOn: $0.start, frequency: .once)
            } + [
                Income(
                    id: "last", name: "Gift", amount: Money(pence: 500_00), receivedOn: today.start, frequency: .once)
            ],
            expenses: expenses.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) },
            budgets: [
                Budget(
                    id: "b", name: "Food", amount: Money(pence: 250_00), category: "Food", kind: .personal,
                    createdAt: today.start)
            ], household: [], debts: [debt],
            goals: [
                goal("Holiday", monthly: 10, until: "2026-12-05"), goal("Bike", monthly: 100, until: "2027-12-05"),
            ],
            skipped: [], suspectedDuplicates: [lamps])
    }

    /// One of every kind.
    private static let insights: [Insight] = [snapshot(food: 80), snapshot(food: 20)].flatMap { snapshot in
        let earlier = BalancePoint(day: today.advanced(by: -60), balance: Money(pence: 5_300_00))
        return InsightFindings(in: InsightGround(of: snapshot, balances: [earlier])).found
    }

    @Test("there is one of every kind to read")
    func kinds() { #expect(Set(Self.insights.map(\.kind)) == Set(InsightKind.allCases)) }

    @Test("they order nothing and put no product forward")
    func lint() {
        let lint = OutgoingLint(records: ["Card"])
        for insight in Self.insights { #expect(lint.findings(in: insight.title + ". " + insight.text).isEmpty) }
    }

    @Test("every number is backed by the insight's own figures, as a model's words would have to be")
    func numbers() {
        for insight in Self.insights {
            let check = NumberCheck(insight.text, against: Evidence(figures: insight.figures, today: Self.today))
            #expect(check.isClean, "\(insight.kind): \(check.unverified) in \(insight.text)")
        }
    }

    @Test("they give no one the blame")
    func tone() {
        let blame = [
            "should", "must", "too much", "overspent", "failed", "bad", "unfortunately", "!", "worry", "warning",
        ]
        for insight in Self.insights {
            let words = (insight.title + " " + insight.text).lowercased()
            #expect(blame.allSatisfy { !words.contains($0) }, "\(insight.text)")
        }
    }
}
