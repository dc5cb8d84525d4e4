import Finance
import Prompts
import TestKit
import Testing

@Suite("The reviews' golden files")
struct ReviewGoldenTests {
    @Test("each named person's month and week are as recorded", arguments: ["maya", "dana", "noah", "omar", "mallory"])
    func golden(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let snapshot = try NamedPeople.snapshot(of: documents)
        try Golden.expect(MonthlyReview(of: snapshot).document.markdown, matches: "review-month-\(name)")
        try Golden.expect(WeeklyReview(of: snapshot).document.markdown, matches: "review-week-\(name)")
    }

    @Test("so are the figures behind one of them")
    func figures() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let csv = MonthlyReview(of: snapshot).document.csv.replacing("\r\n", with: "\n")
        try Golden.expect(csv, matches: "review-month-maya-csv")
    }
}
