import Finance
import FoundationEssentials
import Testing

@Suite("ISO week")
struct ISOWeekTests {
    @Test(
        "days around New Year belong to the year of their Thursday",
        arguments: [
            ("2026-11-21", "2026-W47"), ("2026-01-01", "2026-W01"), ("2025-12-29", "2026-W01"),
            ("2025-12-28", "2025-W52"), ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"),
            ("2027-01-04", "2027-W01"), ("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01"),
            ("2023-01-01", "2022-W52"), ("1969-12-28", "1969-W52"), ("1969-12-29", "1970-W01"),
        ])
    func newYear(day: String, week: String) throws {
        #expect(ISOWeek(containing: try #require(Day(day))).description == week)
    }

    @Test("reads a week and gives its Monday and Sunday")
    func reading() throws {
        let week = try #require(ISOWeek("2026-W47"))
        #expect(week.year == 2026 && week.week == 47)
        #expect(week.firstDay == Day("2026-11-16") && week.lastDay == Day("2026-11-22"))
        #expect(week.contains(week.firstDay) && week.contains(week.lastDay))
        #expect(!week.contains(week.firstDay.advanced(by: -1)) && !week.contains(week.lastDay.advanced(by: 1)))
        #expect(week.end == week.next.start && week.end.timeIntervalSince(week.start) == 7 * 86_400)
        #expect(week.previous < week && week.previous.next == week)
        #expect(ISOWeek(containing: week.end.addingTimeInterval(-0.001)) == week)
    }

    @Test(
        "text that is no week",
        arguments: [
            "", "2026-47", "2026-W00", "2026-W54", "2025-W53", "2026-W7", "2026-w47", "2026W47", "2026-W4x",
            "0000-W01", "2026-W+7", "2026-W47-1",
        ])
    func refused(text: String) { #expect(ISOWeek(text) == nil) }

    @Test("a year has 53 weeks when it has 53 Thursdays, else 52")
    func lengths() {
        let long = (2000...2030).filter { ISOWeek(year: $0, week: 53) != nil }
        #expect(long == [2004, 2009, 2015, 2020, 2026])
    }

    @Test("each day of a century lies in one week, and each week reads back from its text")
    func roundTrips() throws {
        var day = try #require(Day("1955-01-01"))
        let end = try #require(Day("2055-01-01"))
        var last = ISOWeek(containing: day)
        while day < end {
            let week = ISOWeek(containing: day)
            #expect(week.contains(day) && ISOWeek(week.description) == week)
            #expect(week == last || week == last.next)
            last = week
            day = day.advanced(by: 1)
        }
    }

    @Test(
        "says its days in words",
        arguments: [
            ("2026-W47", "16 to 22 November 2026"), ("2026-W49", "30 November to 6 December 2026"),
            ("2026-W53", "28 December 2026 to 3 January 2027"),
        ])
    func words(text: String, words: String) { #expect(ISOWeek(text)?.words == words) }
}
