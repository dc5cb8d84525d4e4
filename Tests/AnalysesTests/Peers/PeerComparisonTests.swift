import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("Peer comparison")
struct PeerComparisonTests {
    private func cohorts(_ count: Int = 150, of month: Month = NamedPeople.month) -> PeerCohorts {
        PeerCohorts.build(members: PeerCases.people(count), of: month, week: PeerCases.week(1))
    }

    private func maya() throws -> Snapshot { try NamedPeople.snapshot(of: NamedPeople.maya) }

    @Test("it names cohort, size, period and source")
    func text() throws {
        let made = PeerComparison(of: try maya(), cohorts: cohorts())
        let lines = made.text.split(separator: "\n")
        #expect(
            lines[0]
                == "Compared with about 15 people in the middle fifth of incomes with a linked partner in April 2026.")
        #expect(lines[1].hasPrefix("- “Essential(Needs)”: 99% of your spending, above the middle half of the group ("))
        #expect(
            lines.last?.hasPrefix("Source: people who use this app and take part, at least ten besides you") == true)
        #expect(made.legacyJSON.text.hasPrefix(#"{"comparison":"Compared with about 15 people"#))
    }

    @Test("the finest published cohort is taken, everyone's when the income is not known")
    func finest() throws {
        var snapshot = try maya()
        #expect(PeerComparison(of: snapshot, cohorts: cohorts()).cohort?.key == CohortKey(fifth: 2, hasPartner: true))
        #expect(PeerComparison(of: snapshot, cohorts: cohorts(100)).cohort?.key == CohortKey(fifth: 3))
        #expect(PeerComparison(of: snapshot, cohorts: cohorts(30)).cohort?.key == .everyone)
        snapshot.incomes = []
        #expect(PeerComparison(of: snapshot, cohorts: cohorts()).cohort?.key == .everyone)
    }

    @Test(
        "the middle half has its own edges inside",
        arguments: [(19, "below"), (20, "within"), (40, "within"), (41, "above")])
    func position(own: Int, word: String) {
        let cell = CohortCell(category: "Food", lower: 20, median: 30, upper: 40)
        #expect(PeerComparison.Row(cell: cell, own: own).position.rawValue == word)
    }

    @Test("without data there is a reason and no number")
    func reasons() throws {
        let snapshot = try maya()
        let made = [
            PeerComparison(of: snapshot, cohorts: nil), PeerComparison(of: snapshot, cohorts: cohorts(10)),
            PeerComparison(of: snapshot, cohorts: cohorts(150, of: PeerCases.october)),
        ]
        for comparison in made {
            #expect(comparison.text.hasPrefix("Not enough data: "))
            #expect(comparison.rows.isEmpty && comparison.cohort == nil)
            #expect(comparison.figures.map(\.value) == [nil])
            #expect(comparison.json.text.contains(#""available":false,"reason":"Not enough data"#))
        }
        let refused = PeerComparison(of: snapshot, cohorts: cohorts(), hasOptedOut: true)
        #expect(refused.text == "You chose not to take part in comparisons." && refused.figures.map(\.value) == [nil])
    }

    @Test("every percentage and count of the text is a figure, and ids are unique")
    func figures() throws {
        let made = PeerComparison(of: try maya(), cohorts: cohorts())
        let printed = Set(made.figures.map(\.printed))
        for match in made.text.matches(of: /\d+%(?! ?\.)|about (\d+)/) {
            #expect(printed.contains(String(match.output.1 ?? match.output.0)), "\(match.output.0)")
        }
        #expect(Set(made.figures.map(\.id)).count == made.figures.count)
        #expect(made.card.kind == .peer && made.card.data == made.json)
        #expect(!made.json.text.contains("p0"))
    }
}
