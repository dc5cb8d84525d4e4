import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("The repair prompt")
struct RepairPromptTests {
    private func prompt(_ answer: String, _ documents: SnapshotDocuments = NamedPeople.maya) throws -> String {
        let evidence = Evidence(figures: Review(of: try NamedPeople.snapshot(of: documents)).figures)
        return RepairPrompt(NumberCheck(answer, against: evidence), against: evidence).text
    }

    @Test("names the numbers and offers the figures the sentences are about, as facts")
    func offers() throws {
        let text = try prompt("Your Credit card costs £151.00 a month. It charges 21%. You have £2,267.51 left.")
        #expect(text.contains("£151.00; 21%") && !text.contains("£2,267.51;"))
        #expect(
            text.contains(
                "- Monthly payment of “Credit card”: £150.00 [balance; as of 2026-04-20T10:00:00Z; as entered]"))
        #expect(text.contains("Yearly rate of “Credit card”: 19.9%"))
    }

    @Test("stays bounded and gives typed text no way out of the block")
    func bounded() throws {
        let many = (1...200).map { "It is £\($0)1.37 now." }.joined(separator: " ")
        let text = try prompt(many, NamedPeople.mallory)
        #expect(text.split(separator: "\n").count <= RepairPrompt.limits.figures + 6)
        #expect(text.count < 12_000)
        #expect(text.ranges(of: FactsBlock.closing).count == 1 && !text.contains("!["))
    }
}
