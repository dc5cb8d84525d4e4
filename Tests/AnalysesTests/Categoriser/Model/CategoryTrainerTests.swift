import Finance
import FoundationEssentials
import Testing

@testable import Analyses

@Suite("Training")
struct CategoryTrainerTests {
    private static let names = SyntheticNames(people: 24, each: 40)
    private static let model = CategoryTrainer().model(of: names.learnt, on: Day(number: 20_000))
    private let today = Day(number: 20_000)

    private func person(_ number: Int) throws -> UserID {
        try #require(UserID(String(repeating: "0", count: 22) + "\(10 + number)"))
    }

    /// Each name with as many people as are named.
    private func examples(_ rows: [(name: String, category: String, people: Range<Int>)]) throws -> [CategoryExample] {
        try rows.flatMap { row in
            try row.people.map { CategoryExample(name: row.name, category: row.category, person: try person($0)) }
        }
    }

    @Test("the same examples in any order make the same bytes")
    func reproducible() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let model = try #require(Self.model)
        let again = try #require(CategoryTrainer().model(of: Self.names.learnt.reversed(), on: today))
        #expect(try encoder.encode(model) == encoder.encode(again))
    }

    @Test("a stored model reads back the same and stays below a megabyte; a torn one is refused")
    func stored() throws {
        let model = try #require(Self.model)
        let data = try JSONEncoder().encode(model)
        #expect(data.count < 1_000_000)
        #expect(try JSONDecoder().decode(CategoryModel.self, from: data) == model)
        let text = try #require(String(data: data, encoding: .utf8))
        for (part, other) in [
            (#""version":1"#, #""version":2"#), (#""places":["#, #""places":[99,"#), (#""priors":["#, #""priors":[1,"#),
        ] {
            #expect(text.contains(part))
            let torn = Data(text.replacing(part, with: other).utf8)
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(CategoryModel.self, from: torn) }
        }
    }

    @Test("the card says when, from what, and how good on names kept back")
    func card() throws {
        let card = try #require(Self.model).card
        #expect(card.trainedOn == today && card.examples == 960 && card.people == 24)
        #expect(card.heldOut * 4 < card.names && card.heldOut * 6 > card.names)
        #expect(card.macroF1 > 0.5 && card.accuracy > 0.8 && card.coverage > 0.2)
        #expect(card.json.text.hasPrefix(#"{"trainedOn":"2024-10-04","examples":960,"#))
    }

    @Test("a category or a name of two people stays theirs, of three it is everyone's")
    func privacy() throws {
        let common = try examples([("Aldi", "Food", 0..<5), ("Shell", "Car", 0..<5)])
        let two = try examples([("Haven", "Clinic", 0..<2), ("Lidl", "Food", 0..<2)])
        let model = try #require(CategoryTrainer().model(of: common + two, on: today))
        #expect(model.categories == ["Car", "Food"])
        #expect(model.guess(name: "Haven").category == nil && model.guess(name: "Lidl").source != .remembered)
        let three = try examples([("Haven", "Clinic", 2..<3), ("Lidl", "Food", 2..<3)])
        let grown = try #require(CategoryTrainer().model(of: common + two + three, on: today))
        #expect(grown.categories == ["Car", "Clinic", "Food"])
        #expect(grown.guess(name: "lidl 7").source == .remembered && grown.guess(name: "Haven").category == "Clinic")
    }

    @Test("a name is remembered when nine people in ten agree, not when fewer do")
    func agreement() throws {
        let base = try examples([("Aldi", "Food", 0..<5), ("Shell", "Car", 0..<5)])
        let nine = try examples([("Co-op", "Food", 0..<9), ("Co-op", "Car", 9..<10)])
        let eight = try examples([("Spar", "Food", 0..<8), ("Spar", "Car", 8..<9)])
        let model = try #require(CategoryTrainer().model(of: base + nine + eight, on: today))
        #expect(model.guess(name: "co op").source == .remembered && model.guess(name: "spar").source != .remembered)
    }

    @Test("typing a name a hundred times makes one person, not a hundred")
    func oneVoice() throws {
        let base = try examples([("Aldi", "Food", 0..<5), ("Shell", "Car", 0..<5)])
        let loud = try (0..<100).map { _ in CategoryExample(name: "Esso", category: "Food", person: try person(1)) }
        let quiet = try examples([("Esso", "Car", 2..<4)])
        let model = try #require(CategoryTrainer().model(of: base + loud + quiet, on: today))
        #expect(model.guess(name: "Esso").source != .remembered)
    }

    @Test("fewer than two categories make no model")
    func tooFew() throws {
        #expect(CategoryTrainer().model(of: [], on: today) == nil)
        #expect(CategoryTrainer().model(of: try examples([("Aldi", "Food", 0..<9)]), on: today) == nil)
    }

    @Test("the limits hold: categories and names remembered")
    func limits() throws {
        var limits = CategoryTrainer.Limits()
        (limits.categories, limits.names) = (3, 5)
        let model = try #require(CategoryTrainer(limits: limits).model(of: Self.names.learnt, on: today))
        #expect(model.categories.count == 3 && model.memory.hashes.count <= 5)
    }
}
