import Finance
import FoundationEssentials
import Testing

@Suite("Month")
struct MonthTests {
    @Test("every month from 1900 to 2100 touches the next and reads back from its text")
    func roundTrips() throws {
        var month = try #require(Month("1900-01"))
        let end = try #require(Month("2101-01"))
        while month < end {
            #expect(month.end == month.next.start)
            #expect(Month(month.description) == month)
            #expect(Month(containing: month.start) == month)
            #expect(Month(containing: month.end.addingTimeInterval(-0.001)) == month)
            #expect((28...31).contains(month.length))
            month = month.next
        }
    }

    @Test("the window is half open")
    func window() throws {
        let april = try #require(Month("2026-04"))
        #expect(april.contains(april.start))
        #expect(!april.contains(april.end))
        #expect(april.lastDay == Day("2026-04-30"))
        #expect(april.previous.words == "March 2026")
    }

    @Test("leap February has 29 days", arguments: [("2024-02", 29), ("2026-02", 28), ("2100-02", 28), ("2000-02", 29)])
    func february(text: String, length: Int) { #expect(Month(text)?.length == length) }

    @Test("text that is no month", arguments: ["", "2026-13", "2026-00", "2026-4", "0000-01", "2026-04-01", "abcd-ef"])
    func refused(text: String) { #expect(Month(text) == nil) }
}
