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
            "£3,650.50", "£3650.50", "about £3,650", "about £3,651", "around £3.7k", "3,650.50 pounds", "GBP 3650.50",
            "£ 390", "19.9%", "19.9 per cent", "about 20%", "roughly 5.1 percent", "no numbers at all",
            "on 5 May 2026 at 10", "", "39000p a month",
        ])
    func backed(answer: String) throws { #expect(try unbacked(answer) == []) }

    @Test(
        "a changed digit, a wrong period, an unhedged rounding or an invented number is caught",
        arguments: [
            ("£3,560.50", ["£3,560.50"]), ("£43,806.00 a year", ["£43,806.00"]), ("21.9%", ["21.9%"]),
            ("save £75.50, that is £75.50", ["£75.50"]), ("3,651.50 pounds", ["3,651.50 pounds"]), ("£3.8k", ["£3.8k"]),
            ("£99999999999999999999", ["£99999999999999999999"]), ("£3,650.5 or £3,650.501", ["£3,650.501"]),
            ("£3,651", ["£3,651"]), ("20%", ["20%"]), ("-£2,267.51", ["-£2,267.51"]), ("£390 a year", ["£390"]),
        ])
    func caught(answer: String, expected: [String]) throws { #expect(try unbacked(answer) == expected) }

    @Test("what the person typed may be repeated as theirs, and not put forward as a record")
    func typed() throws {
        #expect(try unbacked("A £1,299.99 laptop at 0%", question: "can I afford 1299.99 at 0 %?") == [])
        #expect(try unbacked("£1,500", question: "is 1.5k fine?") == [])
        #expect(try unbacked("£1,501", question: "is 1.5k fine?") == ["£1,501"])
        #expect(try unbacked("You said you earn £1,500.", question: "I earn 1500") == [])
        #expect(try unbacked("Your income is £1,500.", question: "I earn 1500") == ["£1,500"])
        #expect(try unbacked("Rent: £1,500.", question: "I pay 1500") == ["£1,500"])
        #expect(try unbacked("In 18 months, by 3 June 2027", question: "in 18 months, by 3 June 2027?") == [])
    }

    @Test("numbers inside record names never become facts")
    func names() throws {
        var documents = NamedPeople.maya
        documents.expenses[0].fields["name"] = .string("Was £777.77 before")
        let figures = Review(of: try NamedPeople.snapshot(of: documents)).figures
        #expect(Unverified.amounts(in: "£777.77", figures: figures, question: "") == ["£777.77"])
        #expect(Unverified.amounts(in: "“Was £777.77 before”: £1,150.00", figures: figures, question: "") == [])
    }
}
