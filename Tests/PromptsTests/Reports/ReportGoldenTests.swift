import Analyses
import Finance
import Prompts
import TestKit
import Testing

@Suite("The reports' golden files")
struct ReportGoldenTests {
    @Test("each named person's three reports are as recorded", arguments: NamedPeople.all.map(\.name))
    func golden(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let snapshot = try NamedPeople.snapshot(of: documents)
        for kind in ReportKind.allCases {
            try Golden.expect(Report(kind, of: snapshot).page, matches: "report-\(kind.rawValue)-\(name)")
        }
    }

    @Test("so are those of a person without income", arguments: ReportKind.allCases)
    func noIncome(kind: ReportKind) throws {
        var documents = NamedPeople.omar
        documents.incomes = []
        documents.budgets = [
            NamedPeople.budget(
                "66200000000000000002b001", "Home", .int(850), "Essential(Needs)", "2026-04-01",
                owner: NamedPeople.omarID)
        ]
        let report = Report(kind, of: try NamedPeople.snapshot(of: documents))
        try Golden.expect(report.page, matches: "report-\(kind.rawValue)-without-income")
    }
}

extension Report {
    /// The report as a page to read, with its figures below.
    var page: String {
        let points = insights.map { "# \($0.insight) [\($0.category)]\n\($0.suggestion)" }
        let stated = figures.map { "\($0.id) = \($0.printed)" }
        return ([summary] + points + ["", "figures:"] + stated).joined(separator: "\n")
    }
}
