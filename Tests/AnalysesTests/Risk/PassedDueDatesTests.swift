import Analyses
import Finance
import TestKit
import Testing

@Suite("Due dates that passed unmoved")
struct PassedDueDatesTests {
    @Test(
        "only whole months after the stored date count, today included",
        arguments: [
            ("2026-04-20", 0), ("2026-04-21", 0), ("2026-04-19", 0), ("2026-03-21", 0), ("2026-03-20", 1),
            ("2026-01-31", 2), ("2025-04-20", 12), (nil, 0),
        ] as [(String?, Int)])
    func count(due: String?, count: Int) {
        let snapshot = RiskCases(debts: [RiskCases.debt(payment: 1, due: due)]).snapshot
        #expect(PassedDueDates(of: snapshot).count == count)
    }

    @Test("a cleared debt and one marked complete have none", arguments: [(0, nil), (100, 100)] as [(Int64, Double?)])
    func cleared(owed: Int64, ratio: Double?) {
        let debt = RiskCases.debt(owed: owed, payment: 1, due: "2025-04-20", ratio: ratio)
        #expect(PassedDueDates(of: RiskCases(debts: [debt]).snapshot).count == 0)
    }

    @Test("no answer claims a missed instalment: it says that payments are not recorded")
    func honest() throws {
        for (_, documents) in NamedPeople.all {
            let passed = PassedDueDates(of: try NamedPeople.snapshot(of: documents))
            #expect(passed.explanation.hasPrefix("Payments are not recorded, so a missed instalment cannot be proved"))
        }
        let omar = RiskAssessment(of: try NamedPeople.snapshot(of: NamedPeople.omar))
        #expect(omar.json.text.contains(#""passedDueDates":{"count":2,"provenMissedInstalments":null"#))
        #expect(omar.passedDueDates.rows.map(\.debt.name) == ["Card A"])
    }
}
