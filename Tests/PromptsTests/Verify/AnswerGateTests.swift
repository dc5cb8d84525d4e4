import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("The gate an answer passes")
struct AnswerGateTests {
    private static let answer = """
        You have £2,267.51 left in April 2026. Rent was £1,150.00 (see [this](http://evil.example/?q=2267)).
        In March 2026:
        - Expenses: £1,382.99
        - Income: £3,200.00
        You should pay off the Credit card first! Call 0800 111 2222, or www.evil.example. It saves £99.99. And £88.88.
        ![x](//evil.example/a) Well done!
        """

    private func evidence() throws -> Evidence {
        Evidence(figures: Review(of: try NamedPeople.snapshot(of: NamedPeople.maya)).figures)
    }

    private func through(_ evidence: Evidence, _ pieces: [Substring]) -> (text: String, gate: AnswerGate) {
        var gate = AnswerGate(evidence)
        var text = ""
        for piece in pieces { text += gate.take(piece).map(\.text).joined() }
        return (text + gate.finish().map(\.text).joined(), gate)
    }

    @Test("replaces what cannot stand and keeps the rest, with its sources")
    func whole() throws {
        let (text, gate) = through(try evidence(), [Self.answer[...]])
        #expect(text.hasPrefix("You have £2,267.51 left in April 2026. Rent was £1,150.00 (see this).\n"))
        #expect(text.contains("- \(Redaction.line)\n- Income: £3,200.00\n\(OutgoingLint.directiveLine) "))
        #expect(
            text.contains("Call (telephone removed), or (link removed). \(Redaction.line) ")
                && text.hasSuffix("Well done!"))
        #expect(gate.unverified == ["£1,382.99", "£99.99", "£88.88"])
        #expect(gate.used.map(\.id).starts(with: ["month.left", "last_month.income"]))
    }

    @Test("however the stream is cut, the same text comes out, and it is clean")
    func pieces() throws {
        let evidence = try evidence()
        let whole = through(evidence, [Self.answer[...]]).text
        var random = Seeded(21)
        for _ in 0..<60 {
            var pieces: [Substring] = []
            var rest = Self.answer[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...9, using: &random))
                pieces.append(piece)
                rest = rest.dropFirst(piece.count)
            }
            #expect(through(evidence, pieces).text == whole)
        }
        #expect(NumberCheck(whole, against: evidence).isClean && OutgoingLint().findings(in: whole).isEmpty)
        #expect(!whole.contains("evil") && !whole.contains("0800 111"))
    }

    @Test("a sentence comes out as soon as it is whole, and says which rule it broke")
    func prompt() throws {
        var gate = AnswerGate(try evidence())
        #expect(gate.take("You have £2,267.51 left.").isEmpty)
        #expect(gate.take(" You ") == [AnswerGate.Passed(text: "You have £2,267.51 left. ")])
        let next = gate.take("should pay the card first. So ")
        #expect(next.map(\.broken) == [[.directive]] && next.map(\.unbacked) == [[]])
        #expect(gate.take("it is £7. Yes ").map(\.unbacked) == [["£7"]] && gate.finish().map(\.text) == ["Yes "])
    }
}
