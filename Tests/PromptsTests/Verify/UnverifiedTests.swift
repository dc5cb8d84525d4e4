import Analyses
import Finance
import Prompts
import TestKit
import Testing

@Suite("Numbers that nothing backs")
struct UnverifiedTests {
    private func unbacked(_ answer: String, question: String = "") throws -> [String] {
        let figures = Review(of: try NamedPeople.snapshot(of: NamedPeople.maya)).figures
        return Unverified.amounts(in: answer, figures: figures, question: question)
    }

    @Test(
        "true numbers pass in every spelling",
        arguments: [
            "£3,650.50", "£3650.50", "£3,650", "about £3,651", "£3.7k", "3,650.50 pounds", "GBP 3650.50", "-£2,267.51",
            "£ 390", "19.9%", "19.9 per cent", "20%", "5.1 percent", "no numbers at all", "on 5 May 2026 at 10", "",
        ])
    func backed(answer: String) throws { #expect(try unbacked(answer) == []) }

    @Test(
        "a changed digit, a wrong period or an invented number is caught",
        arguments: [
            ("£3,560.50", ["£3,560.50"]), ("£43,806.00 a year", ["£43,806.00"]), ("21.9%", ["21.9%"]),
            ("save £75.50, that is £75.50", ["£75.50"]), ("3,651.50 pounds", ["3,651.50 pounds"]), ("£3.8k", ["£3.8k"]),
            ("£99999999999999999999", ["£99999999999999999999"]), ("£3,650.5 or £3,650.501", ["£3,650.501"]),
        ])
    func caught(answer: String, expected: [String]) throws { #expect(try unbacked(answer) == expected) }

    @Test("what the person typed may be repeated")
    func typed() throws {
        #expect(try unbacked("A £1,299.99 laptop at 0%", question: "can I afford 1299.99 at 0 %?") == [])
        #expect(try unbacked("£1,500", question: "is 1.5k fine?") == [])
        #expect(try unbacked("£1,501", question: "is 1.5k fine?") == ["£1,501"])
    }

    @Test("numbers inside record names never become facts")
    func names() throws {
        var documents = NamedPeople.maya
        documents.expenses[0].fields["name"] = .string("Was £777.77 before")
        let figures = Review(of: try NamedPeople.snapshot(of: documents)).figures
        #expect(Unverified.amounts(in: "£777.77", figures: figures, question: "") == ["£777.77"])
    }

    @Test("a long answer is checked in bounded time")
    func speed() throws {
        let answer = String(repeating: "You spent £1,150.00 on rent, 83.15% of it. ", count: 100)
        let clock = ContinuousClock()
        let took = try clock.measure { _ = try unbacked(answer) }
        print("check of \(answer.count) characters: \(took)")
        #expect(took < .seconds(5), "took \(took)")
    }
}
