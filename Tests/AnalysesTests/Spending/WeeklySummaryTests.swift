import Analyses
import Finance
import TestKit
import Testing

@Suite("Weekly summary")
struct WeeklySummaryTests {
    /// Saturday 21 November 2026, in week 47.
    private static func snapshot(_ payments: [(String, Int64)]) throws -> Snapshot {
        let today = try #require(Day("2026-11-21"))
        let expenses = try payments.enumerated().map { index, payment in
            Expense(
                id: "\(index)", name: "Shop \(index)", amount: Money(pence: payment.1),
                fallsOn: try #require(Day(payment.0)).start, frequency: .once, category: index == 0 ? "Food" : nil)
        }
        return .holding(expenses: expenses.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }, today: today)
    }

    @Test("a running week counts up to today; later payments are still to come")
    func running() throws {
        let week = WeeklySummary(
            of: try Self.snapshot([
                ("2026-11-15", 1), ("2026-11-16", 10_00), ("2026-11-21", 5_00), ("2026-11-22", 7_00), ("2026-11-23", 2),
            ]))
        #expect(week.week.description == "2026-W47" && week.isRunning)
        #expect(week.expenses.soFar == Money(pence: 15_00) && week.expenses.count == 2)
        #expect(week.expenses.toCome == Money(pence: 7_00) && week.upcoming.map(\.id) == ["3"])
        #expect(week.payments.map(\.id) == ["1", "2"])
    }

    @Test("a running week is held against the same days of the week before")
    func comparison() throws {
        let week = WeeklySummary(
            of: try Self.snapshot([
                ("2026-11-09", 10_00), ("2026-11-14", 2_00), ("2026-11-15", 50_00), ("2026-11-17", 18_00),
            ]))
        #expect(week.previous == Money(pence: 62_00) && week.previousSameDays == Money(pence: 12_00))
        #expect(week.growth.percent == 50)
        #expect(week.figures.first { $0.id == "weekly.change" }?.printed == "50%")
    }

    @Test("a week that is over is held against the whole week before")
    func over() throws {
        let snapshot = try Self.snapshot([("2026-11-15", 30_00), ("2026-11-08", 20_00)])
        let week = WeeklySummary(of: snapshot, week: ISOWeek("2026-W46"))
        #expect(!week.isRunning && week.previousSameDays == Money(pence: 20_00) && week.growth.percent == 50)
        #expect(!week.figures.contains { $0.id.hasSuffix("to_come") })
    }

    @Test("a week that has not begun is all still to come")
    func ahead() throws {
        let week = WeeklySummary(of: try Self.snapshot([("2026-11-25", 9_00)]), week: ISOWeek("2026-W48"))
        #expect(week.expenses.count == 0 && week.expenses.toCome == Money(pence: 9_00) && week.payments.isEmpty)
        #expect(week.json.text.contains(#""expenses":{"soFar":null,"count":0,"toCome":9,"countToCome":1}"#))
    }

    @Test("a usual week is the median of the eight before it, empty weeks as nothing spent")
    func usual() throws {
        let mondays = ["2026-09-21", "2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26"]
        let eight = zip(mondays, [1_00, 9_00, 3_01, 4_00, 8_00, 7_00] as [Int64]).map { ($0, $1) }
        // Sums 0 0 1 3.01 4 7 8 9: the middle two make 7.01, half of that is 3.505.
        #expect(WeeklySummary(of: try Self.snapshot(eight)).usual == Money(pence: 3_51))
        #expect(WeeklySummary(of: try Self.snapshot(Array(eight.dropFirst()))).usual == nil)
        #expect(WeeklySummary(of: try Self.snapshot([("2026-09-22", 1_00)])).usual == nil)
        #expect(WeeklySummary(of: try Self.snapshot(eight + [("2026-11-16", 900_00)])).usual == Money(pence: 3_51))
    }

    @Test("across the year end week 53 follows week 52")
    func yearEnd() throws {
        let snapshot = try Self.snapshot([("2026-12-27", 1_00), ("2026-12-28", 2_00), ("2027-01-03", 3_00)])
        let week = WeeklySummary(of: snapshot, week: ISOWeek("2026-W53"))
        #expect(week.expenses.toCome == Money(pence: 5_00) && week.previous == Money(pence: 1_00))
        #expect(week.card.title == "Your week, 28 December 2026 to 3 January 2027")
    }

    @Test("lists are bounded while sums cover all, and a missing category is said")
    func bounds() throws {
        let many = (0..<9).map { ("2026-11-18", Int64(1_00 + $0)) }
        let week = WeeklySummary(of: try Self.snapshot(many))
        #expect(week.expenses.soFar == Money(pence: 9_36))
        #expect(week.figures.count { $0.id.hasPrefix("weekly.payment.") } == WeeklySummary.rows)
        #expect(week.json.text.contains(#""notShown":{"categories":0,"payments":4,"stillToCome":0}"#))
        #expect(week.categories.map(\.name) == [nil, "Food"])
        #expect(week.figures.allSatisfy { $0.window == "2026-W47" })
        #expect(Set(week.figures.map(\.id)).count == week.figures.count)
    }

    @Test("Maya's week of 20 April 2026, with her salary still to come")
    func maya() throws {
        let week = WeeklySummary(of: try NamedPeople.snapshot(of: NamedPeople.maya))
        #expect(week.income.toCome == Money(pence: 3_200_00) && week.income.count == 0)
        #expect(week.previous == Money(pence: 220_00) && week.previousSameDays == nil)
        #expect(week.card.kind == .weekly)
        let text = week.json.text
        #expect(text.contains(#""week":"2026-W17","from":"2026-04-20","to":"2026-04-26""#))
        #expect(text.contains(#""usual":null,"usualWeeks":8,"usualReason":"records do not cover 8 full weeks"#))
    }
}
