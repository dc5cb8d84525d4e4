import Finance
import FoundationEssentials
import Testing

@Suite("Day")
struct DayTests {
    @Test("every day from 1900 to 2100 follows the one before and reads back from its text")
    func roundTrips() throws {
        let first = try #require(Day("1900-01-01"))
        let last = try #require(Day("2100-12-31"))
        #expect(last.number - first.number == 73_413)
        var previous = first.advanced(by: -1)
        for number in first.number...last.number {
            let day = Day(number: number)
            let isNext =
                day.day == previous.day + 1 && day.month == previous.month && day.year == previous.year
                || day.day == 1 && (day.month == previous.month + 1 || day.month == 1 && day.year == previous.year + 1)
            guard isNext, Day(day.description) == day, Day(day.start) == day else {
                Issue.record("\(day) does not follow \(previous) or does not read back")
                return
            }
            previous = day
        }
    }

    @Test(
        "leap days",
        arguments: [("2024-02-29", true), ("2023-02-29", false), ("2100-02-29", false), ("2000-02-29", true)])
    func leapDays(text: String, exists: Bool) { #expect((Day(text) != nil) == exists) }

    @Test(
        "months are added to the same day, clamped to a shorter month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 2, "2026-03-31"),
            ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -13, "2024-12-15"),
        ])
    func months(from: String, by: Int, to: String) { #expect(Day(from)?.advanced(byMonths: by) == Day(to)) }

    @Test("an instant belongs to its UTC day, before 1970 too")
    func instants() {
        #expect(Day(Date(timeIntervalSince1970: -1)) == Day("1969-12-31"))
        #expect(Day(Date(timeIntervalSince1970: 86_399.999)) == Day("1970-01-01"))
    }

    @Test(
        "text that is no day",
        arguments: ["", "2026-4-01", "2026-04-31", "2026-00-10", "2026-04-00", "+026-04-01", "20260401", "2026-04-01 "])
    func refused(text: String) { #expect(Day(text) == nil) }

    @Test("is printed in British words")
    func words() { #expect(Day("2026-05-05")?.words == "5 May 2026") }
}
