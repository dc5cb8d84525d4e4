import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("Categoriser")
struct CategoriserTests {
    private func categoriser(_ expenses: [Expense], _ corrections: CategoryCorrections = .init()) throws -> Categoriser
    {
        Categoriser(
            model: StandardModel.model, corrections: corrections, of: try Histories.snapshot(on: "2026-04-20", expenses)
        )
    }

    private func guess(_ name: String, _ categoriser: Categoriser) -> String {
        let guess = categoriser.guess(name: name)
        return "\(guess.title) \(guess.source.rawValue)"
    }

    @Test("what the person chose is never replaced, whatever anyone else says")
    func chosen() throws {
        var corrections = CategoryCorrections()
        corrections.correct("Tesco", to: "Groceries")
        let categoriser = try categoriser([], corrections)
        let expense = try Histories.expense("Tesco", 100, "2026-04-01", category: "My own word")
        let guess = categoriser.guess(expense)
        #expect(guess.category == "My own word" && guess.source == .chosen && guess.confidence == 1)
    }

    @Test("a correction goes before the person's earlier links, these before other people's, these before the model")
    func order() throws {
        let own = try Histories.expense("Tesco", 100, "2026-04-01", category: "Food")
        let blank = try Histories.expense("TESCO 44", 100, "2026-04-02", category: nil)
        #expect(try categoriser([own, blank]).guess(blank).category == "Food")
        #expect(try guess("tesco", categoriser([own])) == "Food remembered")
        #expect(try guess("tesco", categoriser([])) == "Groceries remembered")
        #expect(try guess("tesscoe stores", categoriser([])) == "Groceries modelled")
    }

    @Test("one correction changes the next name of the kind at once")
    func correction() throws {
        var corrections = CategoryCorrections()
        #expect(try guess("Tesco", categoriser([])) == "Groceries remembered")
        corrections.correct("TESCO", to: "Car")
        #expect(try guess("Tesco 12", categoriser([], corrections)) == "Car corrected")
        #expect(try guess("Asda", categoriser([], corrections)) == "Groceries remembered")
    }

    @Test("what nobody knows is left uncategorised", arguments: ["", "12345", "zzyqx", "Amazon", "xk wvq"])
    func abstains(name: String) throws {
        let guess = try categoriser([]).guess(name: name)
        #expect(guess.category == nil && guess.source == .none && guess.title == "Uncategorised")
        #expect(guess.confidence < CategoryModel.leastConfidence)
    }

    @Test("without a model only the person's own words count")
    func noModel() throws {
        let own = try Histories.expense("Tesco", 100, "2026-04-01", category: "Food")
        let categoriser = Categoriser(model: nil, of: try Histories.snapshot(on: "2026-04-20", [own]))
        #expect(categoriser.guess(name: "tesco").category == "Food")
        #expect(categoriser.guess(name: "aldi").category == nil)
    }

    @Test("only links of the person's own making teach")
    func examples() throws {
        let examples = try NamedPeople.snapshot(of: NamedPeople.maya).categoryExamples
        #expect(Set(examples.map(\.name)) == ["Rent", "Car repair"])
        #expect(examples.allSatisfy { $0.category == "Essential(Needs)" })
    }
}
