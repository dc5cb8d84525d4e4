import Testing

@testable import Analyses

@Suite("Rollout or rollback")
struct CategoryRolloutTests {
    /// `right` right answers in a category of `count` names, the surest right.
    private func result(right: Int, of count: Int, isSuggested: Bool = true) -> CategoryEvaluation {
        CategoryEvaluation(
            (0..<count).map { place in
                .init(
                    truth: "a", answer: place < right ? "a" : "b", confidence: Double(count - place) / 1_000,
                    isSuggested: isSuggested && place < right)
            })
    }

    @Test("the first good model is used")
    func first() { #expect(CategoryRollout.decide(current: nil, candidate: result(right: 95, of: 100)) == .adopt) }

    @Test("fifty names are enough to measure on, forty-nine are not")
    func names() {
        #expect(CategoryRollout.decide(current: nil, candidate: result(right: 50, of: 50)) == .adopt)
        #expect(CategoryRollout.decide(current: nil, candidate: result(right: 49, of: 49)) != .adopt)
    }

    @Test("nine suggestions in ten must be right; a model that suggests nothing is not used")
    func accuracy() {
        func suggested(_ right: Int) -> CategoryEvaluation {
            CategoryEvaluation(
                (0..<100).map { .init(truth: "a", answer: $0 < right ? "a" : "b", confidence: 0.9, isSuggested: true) })
        }
        #expect(CategoryRollout.decide(current: nil, candidate: suggested(90)) == .adopt)
        #expect(CategoryRollout.decide(current: nil, candidate: suggested(89)) != .adopt)
        #expect(
            CategoryRollout.decide(current: nil, candidate: result(right: 90, of: 100, isSuggested: false)) != .adopt)
    }

    @Test("a little worse is noise, more is rolled back")
    func worse() {
        let current = result(right: 1_000, of: 1_000)
        #expect(CategoryRollout.decide(current: current, candidate: result(right: 985, of: 1_000)) == .adopt)
        #expect(
            CategoryRollout.decide(current: current, candidate: result(right: 975, of: 1_000)) == .keep("macro-F1 fell")
        )
    }

    @Test("worse among the surest is rolled back even when all together is not")
    func surest() {
        let wrongFirst = CategoryEvaluation(
            (0..<1_000).map { place in
                .init(
                    truth: "a", answer: place < 20 ? "b" : "a", confidence: Double(1_000 - place) / 1_000,
                    isSuggested: true)
            })
        let decision = CategoryRollout.decide(current: result(right: 980, of: 1_000), candidate: wrongFirst)
        #expect(decision == .keep("accuracy at 80% coverage fell"))
    }
}
