import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Whether tomorrow is above a usual day")
struct DayRiskTests {
    @Test(
        "finds a planted weekday pattern, says how often it was right, and calls the days",
        arguments: 1...5 as ClosedRange<UInt64>)
    func planted(seed: UInt64) throws {
        let tuesday = DayRisk(of: try Days.patterned(180, seed: seed))
        #expect(tuesday.reason == nil && tuesday.isLikely == false)
        #expect(tuesday.tested == 152 && tuesday.right > tuesday.baseRight + 15)
        let friday = Days.today.advanced(by: 3)
        var later = try Days.patterned(180, seed: seed)
        later.asOf = friday.start
        #expect(DayRisk(of: later).day == friday.advanced(by: 1))
        #expect(DayRisk(of: later).isLikely == true)
    }

    @Test("claims no skill on spending by chance", arguments: 1...20 as ClosedRange<UInt64>)
    func patternless(seed: UInt64) throws {
        let risk = DayRisk(of: try Days.patternless(150, seed: seed))
        #expect(risk.isLikely == nil)
        #expect(risk.reason?.hasPrefix("on your own past days this is not right clearly more often") == true)
        #expect(risk.tested > 115 && risk.rightShare != nil)
        #expect(risk.sentence.contains("cannot be told"))
    }

    @Test("abstains below 60 days", arguments: [(59, true), (60, false)])
    func days(count: Int, isShort: Bool) throws {
        let risk = DayRisk(of: try Days.patterned(count, seed: 1))
        #expect((risk.reason == "it needs 60 days of records; there are \(count)") == isShort)
        #expect((risk.tested == 0) == isShort && (risk.usual == nil) == isShort)
    }

    @Test("abstains below 20 days with spending", arguments: [(19, true), (20, false)])
    func spendingDays(count: Int, isShort: Bool) throws {
        let snapshot = try Days.snapshot(80) { day in
            let back = Days.today.number - day.number
            return back == 80 || back < count ? 1_000 : 0
        }
        let risk = DayRisk(of: snapshot)
        #expect(risk.spendingDays == count)
        #expect((risk.reason == "it needs 20 days with spending; there are \(count)") == isShort)
    }

    @Test("knows the payments of tomorrow, even when it abstains")
    func dues() throws {
        let rent = try Histories.expense("Rent", 800_00, "2026-03-21", .monthly)
        let entered = try Histories.expense("Dentist", 45_00, "2026-04-21", entered: "2026-04-01")
        let risk = DayRisk(of: try Histories.snapshot(on: "2026-04-20", [rent, entered]))
        #expect(risk.dues == Money(pence: 845_00) && risk.isLikely == nil)
        #expect(risk.figures.first { $0.id == "day_risk.dues" }?.printed == "£845.00")
    }

    @Test("a bill that repeats makes its day known though its weekday changes")
    func recurrence() throws {
        var random = SeededGenerator(3)
        var expenses = try (1...240).map { back in
            try Histories.expense("Food", Int64.random(in: 800...1_200, using: &random), "\(Days.before(back))")
        }
        // Twelve bills a month on fixed days.
        let start = Day(year: 2025, month: 8, clampedDay: 1)
        for bill in 0..<12 {
            for month in 0..<9 {
                let day = start.advanced(byMonths: month).advanced(by: bill * 2)
                guard day < Days.today else { continue }
                expenses.append(try Histories.expense("Bill \(bill)", 90_00, "\(day)", .monthly))
            }
        }
        let risk = DayRisk(of: try Histories.snapshot(on: "2026-04-20", expenses))
        #expect(risk.reason == nil && risk.right > risk.baseRight)
        #expect(risk.dues == Money(pence: 90_00) && risk.isLikely == true)
    }

    @Test("looks at moods only from 30 days of them on", arguments: [(29, false), (30, true)])
    func mood(count: Int, isUsed: Bool) throws {
        let snapshot = try Days.patterned(100, seed: 2)
        let log = Days.log((1...count).map { ($0, $0 % 6) })
        #expect(DayRisk(of: snapshot, mood: log).usesMood == isUsed)
        #expect(DayRisk(of: snapshot).usesMood == false)
    }

    @Test("tells nothing by what was entered later: a day's entry made after it is no due of it")
    func noHindsight() throws {
        let late = try Histories.expense("Fine", 60_00, "2026-04-21", entered: "2026-04-22")
        var snapshot = try Histories.snapshot(on: "2026-04-22", [late])
        snapshot.asOf = try Histories.day("2026-04-20").start
        #expect(DayRisk(of: snapshot).dues == Money(pence: 60_00))
        let counted = try Histories.snapshot(on: "2026-04-22", [late])
        #expect(DayRisk(of: counted).dues == .zero)
    }

    @Test("today is not over: what was spent on it changes nothing yet")
    func today() throws {
        let snapshot = try Days.patterned(120, seed: 4)
        var spent = snapshot
        spent.expenses.append(try Histories.expense("Shop", 900_00, "2026-04-20"))
        let (before, after) = (DayRisk(of: snapshot), DayRisk(of: spent))
        #expect(before.isLikely == after.isLikely && before.right == after.right && before.tested == after.tested)
        #expect(before.usual == after.usual && before.days == after.days)
    }

    @Test("each past day is told with what was over two days before it, so its last day changes that day alone")
    func walksForward() throws {
        let snapshot = try Days.patterned(120, seed: 4)
        var other = snapshot
        other.expenses[other.expenses.count - 1].amount = Money(pence: 1)
        let (before, after) = (DayRisk(of: snapshot), DayRisk(of: other))
        #expect(before.tested == after.tested && abs(before.right - after.right) <= 1)
    }

    @Test("every figure it states has a unit and a reason where there is none, and the bytes are as written")
    func shown() throws {
        let short = DayRisk(of: try Histories.snapshot(on: "2026-04-20", []))
        #expect(
            short.json.text
                == #"{"day":"2026-04-21","asOf":"2026-04-20T00:00:00Z","#
                + #""basis":"weekday, payments known for the day, days since the last income","count":0,"#
                + #""spendingDays":0,"isLikelyAboveUsual":null,"reason":"it needs 60 days of records; there are 0","#
                + #""usual":null,"dues":0,"usesMood":false,"tested":0,"rightPercent":null,"basePercent":null,"#
                + #""words":"Whether 21 April 2026 will be above your usual day cannot be told: it needs 60 days of "#
                + #"records; there are 0."}"#)
        #expect(short.card.kind == .dayRisk)
        let known = DayRisk(of: try Days.patterned(180, seed: 1))
        #expect(known.figures.allSatisfy { $0.value != nil } && Set(known.figures.map(\.id)).count == 5)
        #expect(known.sentence.hasPrefix("21 April 2026 is likely to be not above your usual day of £"))
    }

    @Test("wild amounts do not stop it")
    func wild() throws {
        var random = SeededGenerator(9)
        let wild: [Int64] = [1, Money.limit.pence, 3, 0]
        let snapshot = try Days.snapshot(90) { _ in wild[Int.random(in: 0..<4, using: &random)] }
        #expect(DayRisk(of: snapshot).days == 90)
    }
}
