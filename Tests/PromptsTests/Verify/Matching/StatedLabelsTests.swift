import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("A number under a figure's own name")
struct StatedLabelsTests {
    private func figures(_ person: SnapshotDocuments) throws -> [Figure] {
        let review = Review(of: try NamedPeople.snapshot(of: person))
        return review.figures.filter { $0.value != nil }
    }

    @Test(
        "is that figure's or nobody's: true amounts that have changed places are found",
        arguments: ["is", ":", "was about"])
    func misnamed(between: String) throws {
        var (tried, missed) = (0, [String]())
        for person in NamedPeople.all {
            let figures = try figures(person.documents)
            let evidence = Evidence(figures: figures)
            for (one, other) in zip(figures, figures.dropFirst(3)) where one.printed != other.printed {
                guard case .money(let right)? = one.value, case .money(let wrong)? = other.value,
                    right.magnitude != wrong.magnitude
                else { continue }
                let same = figures.contains { $0.label == one.label && $0.printed == other.printed }
                // A name with hidden characters stands cleaned in the facts, one that was cut ends a sentence: neither binds.
                if same || one.label.contains("…") || FactsBlock.data(one.label) != one.label { continue }
                tried += 1
                let text = "\(FactsBlock.data(one.label)) \(between) \(other.printed)."
                if NumberCheck(text, against: evidence).isClean { missed.append(text) }
            }
        }
        #expect(tried > 40 && missed.isEmpty, "\(missed.count) of \(tried): \(missed.prefix(5))")
    }

    @Test("its own number passes, with quotes of any kind or none", arguments: ["", "\"", "“"])
    func rightly(quote: String) throws {
        let figures = try figures(NamedPeople.maya)
        let evidence = Evidence(figures: figures)
        for figure in figures {
            let label = FactsBlock.data(figure.label).replacing("“", with: quote)
                .replacing("”", with: quote == "“" ? "”" : quote)
            let text = "\(label) is \(figure.printed)."
            #expect(NumberCheck(text, against: evidence).isClean, "\(text)")
        }
    }

    @Test("a name that only stands in the sentence binds no number of another thing")
    func elsewhere() throws {
        let figures = try figures(NamedPeople.maya)
        let evidence = Evidence(figures: figures)
        let balance = try #require(figures.first { $0.label == "Balance of “Credit card”" })
        let payment = try #require(figures.first { $0.label == "Monthly payment of “Credit card”" })
        let text =
            "Beside the balance of “Credit card”, which is \(balance.printed), you pay \(payment.printed) a month."
        #expect(NumberCheck(text, against: evidence).isClean)
        #expect(!NumberCheck("The balance of “Credit card” is \(payment.printed).", against: evidence).isClean)
    }
}
