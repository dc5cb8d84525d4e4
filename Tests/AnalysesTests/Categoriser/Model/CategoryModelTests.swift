import Finance
import Testing

@testable import Analyses

@Suite("The model")
struct CategoryModelTests {
    /// Two shops in each of two categories, three people each; none of their names is one that is kept back.
    private func model() throws -> CategoryModel {
        let rows = [("bakery", "Food"), ("grocer", "Food"), ("petrol", "Car"), ("garage", "Car")]
        let examples = try rows.flatMap { name, category in
            try (0..<3).map { place in
                let person = try #require(UserID(String(repeating: "0", count: 23) + "\(place)"))
                return CategoryExample(name: name, category: category, person: person)
            }
        }
        var limits = CategoryTrainer.Limits()
        limits.peoplePerName = 4
        let counts = CategoryCounts(CategoryTally(examples), limits)
        return counts.model(card: nil, calibration: CategoryCalibration([]), memory: CategoryMemory())
    }

    @Test("a misspelt name goes where its letters point, a longer lead for a closer spelling")
    func leads() throws {
        let model = try model()
        func lead(_ name: String) -> (place: Int, margin: Int)? { model.lead(NameFeatures.of(NameKey(name))) }
        #expect(model.categories == ["Car", "Food"])
        #expect(lead("bakery")?.place == 1 && lead("bakerry")?.place == 1 && lead("petroll")?.place == 0)
        let exact = try #require(lead("bakery")).margin
        let close = try #require(lead("bakerry")).margin
        #expect(exact > close && close > 0)
    }

    @Test("half of the letter runs must be known")
    func known() throws {
        let model = try model()
        // 16 runs of the first word are known; the second word adds 10 that are not, or 28.
        #expect(model.best(NameKey("bakery wrum")) != nil)
        #expect(model.best(NameKey("bakery wrumpfwrux")) == nil)
        #expect(model.best(NameKey("wrumpf")) == nil)
    }

    @Test("without a calibration nothing is sure enough to be suggested")
    func unsure() throws {
        let guess = try model().guess(name: "bakery")
        #expect(guess.category == nil && guess.source == .none && guess.confidence == 0)
    }
}
