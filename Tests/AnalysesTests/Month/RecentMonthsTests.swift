import Analyses
import Finance
import TestKit
import Testing

@Suite("Recent months")
struct RecentMonthsTests {
    @Test("six months, this one last; months without records have no numbers")
    func months() throws {
        let recent = try Reviews.of(NamedPeople.maya).recent
        #expect(
            recent.months.map(\.month.description) == [
                "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04",
            ])
        #expect(recent.months.map(\.coverage) == [.none, .none, .none, .none, .full, .full])
        #expect(recent.figures.map(\.printed) == ["£3,200.00", "£1,162.99", "£2,037.01"])
        #expect(
            recent.json.text.hasPrefix(
                #"[{"month":"2025-11","coverage":"none","income":null,"expenses":null,"leftOver":null}"#))
    }
}
