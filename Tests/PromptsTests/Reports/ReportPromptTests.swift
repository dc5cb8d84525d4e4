import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("The request to reword a report")
struct ReportPromptTests {
    @Test("rules first, then the report, what has to stay, and the figures, as one JSON object")
    func messages() throws {
        let report = Report(.debt, of: try NamedPeople.snapshot(of: NamedPeople.omar))
        let prompt = try #require(ReportPrompt.make(for: report))
        #expect(
            prompt.messages.map(\.role) == [.system, .user]
                && prompt.messages[0].content == ReportPrompt.rules)
        #expect(prompt.figures == report.figures)
        let text = prompt.messages[1].content
        #expect(text.hasPrefix("{\"report\":{\"summary\":") && text.contains(report.legacyJSON.text))
        #expect(
            report.fixed.count > 4 && report.fixed.allSatisfy { text.contains(JSON.string($0).text) })
        #expect(text.contains("Owed on all debts together: £31,450.00"))
    }

    @Test("nothing typed leaves its quotation marks, and the sizes are bounded")
    func bounds() throws {
        for (_, documents) in NamedPeople.all {
            for kind in ReportKind.allCases {
                let report = Report(kind, of: try NamedPeople.snapshot(of: documents))
                guard let prompt = ReportPrompt.make(for: report) else {
                    #expect(report.isEmpty)
                    continue
                }
                let text = prompt.messages[1].content
                #expect(text.utf8.count < 30_000 && !text.contains("<") && !text.contains("evil.example"))
                #expect(
                    !text.contains("mallory@") && !text.contains("07700900123") && !text.contains("Thornton"))
                #expect((300...ReportPrompt.mostOutputTokens).contains(prompt.maxOutputTokens))
            }
        }
    }
}
