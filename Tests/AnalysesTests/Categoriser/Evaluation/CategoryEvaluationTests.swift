import Finance
import Testing

@testable import Analyses

@Suite("How good the categoriser is")
struct CategoryEvaluationTests {
    private func outcome(_ truth: String, _ answer: String?, _ confidence: Double) -> CategoryEvaluation.Outcome {
        .init(truth: truth, answer: answer, confidence: confidence, isSuggested: confidence >= 0.8)
    }

    @Test("macro-F1, coverage and accuracy by hand")
    func byHand() {
        let result = CategoryEvaluation([
            outcome("a", "a", 0.9), outcome("a", "b", 0.8), outcome("b", "b", 0.7), outcome("b", nil, 0),
        ])
        // F1 of a: 2/3; of b: 2 · 1/(2 + 2).
        #expect(abs(result.macroF1 - (2.0 / 3 + 0.5) / 2) < 1e-12)
        #expect(result.coverage == 0.5 && result.accuracy == 0.5)
        #expect([25, 50, 75, 100].map { result.accuracy(atCoverage: $0) } == [1, 0.5, 2.0 / 3, 0.5])
    }

    @Test("of equally sure answers the wrong ones come first")
    func ties() {
        let result = CategoryEvaluation([outcome("a", "a", 0.9), outcome("a", "b", 0.9)])
        #expect(result.accuracy(atCoverage: 50) == 0)
    }

    @Test("the calibration error is the gap between promise and outcome")
    func calibration() {
        let result = CategoryEvaluation((0..<10).map { outcome("a", $0 < 5 ? "a" : "b", 0.95) })
        #expect(abs(result.calibrationError - 0.45) < 1e-9)
    }

    @Test("nothing judged is no number, not a trap")
    func none() {
        let none = CategoryEvaluation([])
        #expect(none.accuracy == nil && none.accuracy(atCoverage: 80) == nil && none.macroF1 == 0)
        #expect(none.table.contains("–") && none.calibrationError == 0)
    }
}

@Suite("The categoriser on invented names")
struct SyntheticNamesTests {
    private static let result = StandardModel.model.map { CategoryEvaluation(of: $0, on: StandardModel.names) }

    @Test("the surest four fifths of names it has not seen are right in 95 of a hundred cases")
    func gate() throws {
        let result = try #require(Self.result)
        #expect(try #require(result.accuracy(atCoverage: 80)) >= 0.95)
        #expect(result.macroF1 >= 0.8 && result.macroF1 < 1)
        #expect(try #require(result.accuracy) >= 0.95)
    }

    @Test("its confidence is what comes true, within 6 points")
    func calibrated() throws { #expect(try #require(Self.result).calibrationError < 0.06) }

    @Test("no name to be judged by occurs among those to learn from, in any spelling of the kind")
    func split() {
        let names = SyntheticNames(people: 30, each: 20)
        let learnt = Set(names.learnt.map { NameKey($0.name) })
        #expect(names.unseen.allSatisfy { !learnt.contains(NameKey($0.name)) })
        #expect(names.judged.contains { $0.kind == .unknownBrand } && names.judged.contains { $0.kind == .ambiguous })
        #expect(Set(names.learnt.map(\.person)).isDisjoint(with: names.unseen.map(\.person)))
    }

    @Test("the same seed gives the same names")
    func seeded() {
        #expect(SyntheticNames(people: 9, each: 9).learnt == SyntheticNames(people: 9, each: 9).learnt)
        #expect(SyntheticNames(seed: 1, people: 9, each: 9).learnt != SyntheticNames(people: 9, each: 9).learnt)
    }

    @Test("the table shows the curve, each kind of name and each category")
    func table() throws {
        let result = try #require(Self.result)
        for text in ["macro-F1", "80%", "unknown shop", "known shop, new spelling", "Groceries", "calibration error"] {
            #expect(result.table.contains(text))
        }
        #expect(result.json.text.contains(#""curve":[{"coverage":100,"#))
    }
}
