import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("The number check")
struct NumberCheckTests {
    private func evidence(_ reviewed: [String] = [], typed: [String] = []) throws -> Evidence {
        let figures = Review(of: try NamedPeople.snapshot(of: NamedPeople.maya)).figures
        return Evidence(figures: figures, typed: typed, reviewed: reviewed)
    }

    @Test("names the sentence, its bytes and the number; the sources are the figures of the rest")
    func findings() throws {
        let answer = "You have £2,267.51 left. “Rent” took £9.99.\nInterest is £75.00 a month."
        let check = NumberCheck(answer, against: try evidence())
        let finding = try #require(check.findings.first)
        #expect(
            check.findings.count == 1 && finding.unbacked == ["£9.99"] && finding.sentence == "“Rent” took £9.99.\n")
        #expect(String(answer.utf8.dropFirst(finding.bytes.lowerBound).prefix(finding.bytes.count)) == finding.sentence)
        #expect(check.used.map(\.id) == ["month.left", "debts.interest"])
        #expect(check.used.first?.window == "2026-04" && check.used.last?.asOf == NamedPeople.now)
    }

    @Test("a sentence that cannot stand is replaced, a run of them once, bullets and line breaks kept")
    func redaction() throws {
        let line = Redaction.line
        let cases = [
            ("You have £1 left. Well done!", "\(line) Well done!"), ("£1. £2. £3. Fine.", "\(line) Fine."),
            ("So:\n- “Rent”: £7\n- “Netflix”: £12.99\n", "So:\n- \(line)\n- “Netflix”: £12.99\n"),
            ("All good.", "All good."), ("", ""),
        ]
        for (answer, expected) in cases { #expect(NumberCheck(answer, against: try evidence()).redacted == expected) }
    }

    @Test("a heading lends its month and its record to the list below, and to nothing else")
    func headings() throws {
        let wrong = "In March 2026:\n- Expenses: £1,382.99\n"
        #expect(NumberCheck(wrong, against: try evidence()).unverified == ["£1,382.99"])
        #expect(NumberCheck("In April 2026:\n- Expenses: £1,382.99\n", against: try evidence()).isClean)
        #expect(
            NumberCheck("In March 2026:\n- Expenses: £1,162.99\nLater £1,382.99 went out.", against: try evidence())
                .isClean)
        #expect(NumberCheck("Your Car loan:\n- Rate: 19.9%\n", against: try evidence()).unverified == ["19.9%"])
    }

    @Test("fixed texts of ours need no figure, in whole sentences only")
    func reviewed() throws {
        let text = "Breathing space lasts 3 months. Call £0."
        #expect(NumberCheck("Breathing space lasts 3 months.", against: try evidence([text])).isClean)
        #expect(!NumberCheck("It lasts 3 months.", against: try evidence([text])).isClean)
    }

    @Test("50/30/20 is the name of a rule")
    func rule() throws {
        #expect(NumberCheck("The 50/30/20 rule: 50% needs, 30% wants, 20% saving", against: try evidence()).isClean)
        #expect(NumberCheck("30% wants", against: try evidence()).unverified == ["30%"])
    }

    @Test("numbers of a basis back an answer, with their month")
    func asides() throws {
        #expect(NumberCheck("“Lisbon holiday”: spread over 9 months.", against: try evidence()).isClean)
        #expect(!NumberCheck("“Lisbon holiday”: spread over 10 months.", against: try evidence()).isClean)
    }

    @Test("without any figure every number is unbacked")
    func empty() {
        #expect(NumberCheck("£5 on 5 May 2026", against: Evidence(figures: [])).unverified == ["£5", "5 May 2026"])
    }

    @Test("what was redacted holds no unbacked number, whatever was said")
    func closed() throws {
        let corpus = try Corpus.read.get()
        for mutant in corpus.mutants.enumerated().filter({ $0.offset % 11 == 0 }).map(\.element) {
            let evidence = try #require(corpus.evidence[mutant.person])
            let text = "Here it is:\n" + mutant.text + " Is that clear? " + mutant.text
            #expect(NumberCheck(NumberCheck(text, against: evidence).redacted, against: evidence).isClean, "\(text)")
        }
    }
}
