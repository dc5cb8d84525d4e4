import Analyses
import Finance
import Prompts
import TestKit
import Testing

@Suite("Figures that an answer used")
struct SourcesTests {
    private func used(_ answer: String) throws -> [String] {
        let figures = Review(of: try NamedPeople.snapshot(of: NamedPeople.maya)).figures
        return Sources.used(in: answer, from: figures).map(\.id)
    }

    @Test("are found by their value, printed in full or rounded to the pound")
    func byValue() throws {
        #expect(try used("You have £2,267.51 left of £3,650.50.") == ["month.income", "month.left"])
        #expect(try used("About £2,268 is left.") == ["month.left"])
        #expect(try used("Due on 5 May 2026.").contains("debts.next_due"))
        #expect(try used("That is 10.68% of your income, roughly 10.7 per cent.") == ["debts.dti"])
    }

    @Test("a value that several figures share belongs to the one that is named")
    func byName() throws {
        #expect(
            try used("Your Car loan takes £240.00 a month.") == ["debt.66200000000000000000d002.payment"])
        // £2,400.00 is a balance and a goal's target.
        #expect(try used("You owe £2,400.00 on the Credit card.") == ["debt.66200000000000000000d001.balance"])
        #expect(try used("Lisbon holiday needs £2,400.00.") == ["goal.66200000000000000000c001.target"])
    }

    @Test("words without numbers use nothing, and a bare small number is no source")
    func none() throws {
        #expect(try used("Keep going, 2 things look good!").isEmpty)
        #expect(try used("").isEmpty)
    }
}
