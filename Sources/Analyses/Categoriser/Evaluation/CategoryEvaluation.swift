import Finance

/// How good a model is on names whose category is known: macro-F1 over all of them, and how often it is right when only
/// the surest answers count.
public struct CategoryEvaluation: Sendable, Hashable {
    /// One name: what it is, what the model makes of it, how sure it is.
    struct Outcome: Sendable, Hashable {
        let truth: String
        let answer: String?
        let confidence: Double
        let isSuggested: Bool
        /// What kind of name it is, for the table.
        var kind = ""

        var isRight: Bool { answer == truth }
    }

    /// Surest first.
    let outcomes: [Outcome]

    init(_ outcomes: [Outcome]) {
        // Equal confidence: wrong answers first, so that no order flatters the model.
        self.outcomes = outcomes.sorted { ($1.confidence, $0.isRight ? 1 : 0) < ($0.confidence, $1.isRight ? 1 : 0) }
    }

    /// The model on examples; each counts once, and what it does for a name includes its memory.
    public init(of model: CategoryModel, on examples: [CategoryExample]) {
        self.init(examples.map { Self.outcome(model, NameKey($0.name), $0.category) })
    }

    /// The model on names kept back, by its weights alone: their memory is not asked.
    init(of model: CategoryModel, on kept: CategoryCounts) {
        self.init(kept.names.map { Self.outcome(model, $0.key, kept.categories[$0.category], asksMemory: false) })
    }

    static func outcome(
        _ model: CategoryModel, _ key: NameKey, _ truth: String, asksMemory: Bool = true, kind: String = ""
    ) -> Outcome {
        if asksMemory, let place = model.memory.place(of: key) {
            return Outcome(
                truth: truth, answer: model.categories[place], confidence: CategoryModel.memoryConfidence,
                isSuggested: true, kind: kind)
        }
        let best = model.best(key)
        let confidence = best?.confidence ?? 0
        return Outcome(
            truth: truth, answer: best.map { model.categories[$0.place] }, confidence: confidence,
            isSuggested: confidence >= CategoryModel.leastConfidence, kind: kind)
    }

    /// Names judged.
    public var count: Int { outcomes.count }
    /// Share of names for which anything is suggested.
    public var coverage: Double { Self.share(outcomes.count { $0.isSuggested }, of: count) ?? 0 }
    /// Share of the suggestions that are right; nil without one.
    public var accuracy: Double? {
        let suggested = outcomes.filter(\.isSuggested)
        return Self.share(suggested.count { $0.isRight }, of: suggested.count)
    }

    /// Share of right answers among the surest `percent` of all names; nil of none.
    public func accuracy(atCoverage percent: Int) -> Double? {
        let surest = outcomes.prefix((outcomes.count * percent + 99) / 100)
        return Self.share(surest.count { $0.isRight }, of: surest.count)
    }

    /// Mean over the categories of the harmonic mean of precision and recall, every name answered as best it can.
    public var macroF1: Double {
        let categories = Set(outcomes.map(\.truth)).sorted()
        guard !categories.isEmpty else { return 0 }
        let scores = categories.map { category -> Double in
            let right = outcomes.count { $0.truth == category && $0.isRight }
            let wanted = outcomes.count { $0.truth == category }
            let given = outcomes.count { $0.answer == category }
            return 2 * Double(right) / Double(wanted + given)
        }
        return scores.reduce(0, +) / Double(scores.count)
    }

    /// Mean gap between what was promised and what came true, over ten bands of confidence, by names in each.
    public var calibrationError: Double {
        let bands = Dictionary(grouping: outcomes) { min(9, Int($0.confidence * 10)) }
        let gaps = bands.sorted { $0.key < $1.key }.map { band in
            let promised = band.value.reduce(0) { $0 + $1.confidence }
            return abs(promised - Double(band.value.count { $0.isRight }))
        }
        return count == 0 ? 0 : gaps.reduce(0, +) / Double(count)
    }

    private static func share(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
