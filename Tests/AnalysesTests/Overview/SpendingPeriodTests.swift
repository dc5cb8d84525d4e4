import Finance
import FoundationEssentials
import Testing

@testable import Analyses

@Suite("Periods that questions are about")
struct SpendingPeriodTests {
    private func period(_ text: String, on today: String = "2026-04-20", after: SpendingPeriod? = nil) throws -> String?
    {
        let day = try Histories.day(today)
        return PeriodWords(words: AskedWords(text), today: day, previous: after).find()?.period.window
    }

    @Test(
        "are read from plain words, on Monday 20 April 2026",
        arguments: [
            ("today", "2026-04-20"), ("yesterday", "2026-04-19"), ("the day before yesterday", "2026-04-18"),
            ("this week", "2026-W17"), ("last week", "2026-W16"), ("the week before last", "2026-W15"),
            ("this month", "2026-04"), ("last month", "2026-03"), ("month before last", "2026-02"),
            ("this year", "2026"), ("last year", "2025"), ("in march", "2026-03"), ("in May", "2025-05"),
            ("december", "2025-12"), ("Mar 2024", "2024-03"), ("2025-11", "2025-11"), ("in 2025", "2025"),
            ("on 2026-04-03", "2026-04-03"), ("2025-W52", "2025-W52"), ("week 12", "2026-W12"),
            ("week 52 2024", "2024-W52"), ("last 7 days", "2026-04-14/2026-04-20"),
            ("past two weeks", "2026-04-06/2026-04-19"), ("last three months", "2026-01-01/2026-03-31"),
        ])
    func words(text: String, window: String) throws { #expect(try period("how much " + text) == window) }

    @Test("words that only look like a period are none", arguments: ["may I ask", "the may", "week 54", "last 0 days"])
    func none(text: String) throws { #expect(try period(text) == nil) }

    @Test("the one before steps back from what was asked last, by the unit that is named")
    func before() throws {
        let month = try #require(Month("2026-03"))
        let march = SpendingPeriod(month)
        #expect(try period("and the month before?", after: march) == "2026-02")
        // March 2026 begins on a Sunday: the last whole week that was over by then.
        #expect(try period("and the week before?", after: march) == "2026-W08")
        let week = try #require(ISOWeek("2026-W01"))
        #expect(try period("and the week before?", after: SpendingPeriod(week)) == "2025-W52")
        #expect(try period("and the week before?") == "2026-W16")
    }

    @Test(
        "ISO weeks around New Year",
        arguments: [
            ("2025-12-28", "2025-W52"), ("2025-12-29", "2026-W01"), ("2026-01-04", "2026-W01"),
            ("2026-01-05", "2026-W02"),
            ("2021-01-03", "2020-W53"),
        ])
    func newYear(day: String, window: String) throws {
        #expect(SpendingPeriod(.week, holding: try Histories.day(day)).window == window)
        #expect(try period("this week", on: day) == window)
    }

    @Test("a stretch of days steps back by its own length, and days are in order however given")
    func days() throws {
        let days = SpendingPeriod(try Histories.day("2026-04-20"), try Histories.day("2026-04-14"))
        #expect(days.window == "2026-04-14/2026-04-20")
        #expect(days.before(.days).window == "2026-04-07/2026-04-13")
        #expect(days.words == "from 14 April 2026 to 20 April 2026")
    }

    @Test("is stored and read back")
    func stored() throws {
        let period = SpendingPeriod(.week, holding: try Histories.day("2026-01-01"))
        #expect(try JSONDecoder().decode(SpendingPeriod.self, from: JSONEncoder().encode(period)) == period)
    }
}
