import Analyses
import Finance
import TestKit
import Testing

@Suite("A day beside the same weekday before")
struct UsualDayTests {
    /// Monday 20 April 2026, with these amounts on the Mondays before it, newest first.
    private func usual(_ today: Int64, _ before: [Int64]) throws -> UsualDay {
        let day = try Histories.day("2026-04-20")
        let amounts = [today] + before
        let expenses = try amounts.enumerated().filter { $1 > 0 }.map { place, pence in
            try Histories.expense("Shop", pence, "\(day.advanced(by: -7 * place))")
        }
        return UsualDay(day, of: "Food", in: try Histories.snapshot(on: "2026-04-22", expenses))
    }

    @Test("says how much less than usual when the day is below the person's own quarter")
    func less() throws {
        let usual = try usual(9_99, [10_00, 20_00, 30_00, 40_00, 50_00, 60_00, 70_00, 10_00])
        #expect(usual.quarter == Money(pence: 10_00) && usual.usual == Money(pence: 35_00))
        #expect(
            usual.sentence == "You spent £25.01 less than your usual for this day on “Food”, 20 April 2026.")
    }

    @Test("says nothing at the quarter itself or above", arguments: [10_00, 10_01, 90_00] as [Int64])
    func notLess(today: Int64) throws {
        #expect(try usual(today, [10_00, 20_00, 30_00, 40_00, 50_00, 60_00, 70_00, 10_00]).sentence == nil)
    }

    @Test("needs eight such days on record", arguments: [(7, false), (8, true)])
    func fewest(count: Int, isKnown: Bool) throws {
        let day = try usual(1, Array(repeating: 10_00, count: count))
        #expect((day.usual != nil) == isKnown && (day.sentence != nil) == isKnown)
    }

    @Test("days without spending count once the person records at all, so that rare spending is never a saving")
    func rare() throws {
        #expect(try usual(0, [0, 0, 0, 0, 0, 0, 0, 50_00, 0, 60_00]).sentence == nil)
    }
}
