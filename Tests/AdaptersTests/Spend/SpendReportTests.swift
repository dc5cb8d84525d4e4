import Analyses
import Finance
import FoundationEssentials
import Ports
import TestKit
import Testing

@Suite("What administrators see of the ledger")
struct SpendReportTests {
    private func line(_ day: Int, _ feature: String, _ model: String, spent: Int64, open: Int = 0) -> SpendLine {
        var line = SpendLine(day: Day(number: day), feature: feature, model: model)
        line.requests = 2
        line.promptTokens = 100
        line.completionTokens = 10
        line.spent = Spend(microdollars: spent)
        line.estimated = Spend(microdollars: spent / 2)
        line.open = open
        line.reserved = Spend(microdollars: Int64(open) * 1_000_000)
        return line
    }

    private func report(_ lines: [SpendLine]) -> SpendReport {
        SpendReport(
            lines,
            caps: SpendCaps(turn: nil, person: Spend(microdollars: 500_000), features: [.night: .zero], everyone: nil),
            prices: .openAI, days: Day(number: 20_000)...Day(number: 20_001), asOf: NamedPeople.now)
    }

    @Test("sums are over all lines, by feature, model and day, and what is not settled is told apart")
    func sums() {
        let text = report([
            line(20_001, "chat", "gpt-4o", spent: 1_500_000, open: 1), line(20_001, "night", "llama", spent: 4),
            line(20_000, "chat", "gpt-4o", spent: 500_000),
        ]).json.text
        #expect(text.contains(#""total":{"requests":6,"promptTokens":300,"completionTokens":30,"spent":2.000004,"#))
        #expect(text.contains(#""estimated":1.000002,"unsettledRequests":1,"unsettled":1}"#))
        #expect(text.contains(#"{"name":"chat","requests":4,"promptTokens":200,"completionTokens":20,"spent":2,"#))
        #expect(text.contains(#"{"name":"llama","requests":2,"#))
        #expect(text.contains(#""byDay":[{"name":"2024-10-04","#))
        #expect(text.contains(#""caps":{"turn":null,"personDay":0.5,"everyoneDay":null,"featureDay":{"night":0},"#))
        #expect(text.contains(#""unlistedModels":["llama"]"#))
        #expect(text.contains(#""from":"2024-10-04","through":"2024-10-05""#))
        #expect(text.contains(#""pricesReviewedOn":"2026-11-22""#))
    }

    @Test("lines are bounded, sums are not, and the reset is the next midnight UTC")
    func bounds() {
        let json = report((0..<600).map { line(20_000, "chat", "m\($0)", spent: 1_000_000) }).json
        let text = json.text
        #expect(text.contains(#""lineCount":600"#) && text.contains(#""spent":600,"#))
        #expect(text.components(separatedBy: #"{"day":"#).count == 501)
        #expect(text.contains(#""resetsAt":"\#(Day(NamedPeople.now).advanced(by: 1).start.rfc3339)""#))
    }

    @Test("without anything spent everything is there and zero")
    func empty() {
        let text = report([]).json.text
        #expect(text.contains(#""total":{"requests":0"#) && text.contains(#""lines":[],"lineCount":0"#))
    }
}
