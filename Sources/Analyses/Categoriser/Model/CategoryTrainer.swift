public import Finance

/// Makes a model from everyone's links. The same examples in any order make the same model.
///
/// One name in five, told by its hash and so the same every night, is kept back from every model: the card is measured
/// on names no model has seen, and two models can be compared on them. Names kept back still enter the memory.
public struct CategoryTrainer: Sendable {
    /// What keeps a model bounded and its people private.
    public struct Limits: Sendable, Hashable {
        /// Categories told apart, those with the most names.
        public var categories = 24
        /// People who must use a category before it is suggested to others.
        public var peoplePerCategory = 3
        /// People who must agree on a name before it is remembered for others.
        public var peoplePerName = 3
        /// Names remembered.
        public var names = 20_000

        /// The standard limits.
        public init() {}
    }

    /// Of people using a remembered name, this share in per cent must agree.
    static let agreement = 90
    /// One name in this many is kept back.
    static let keptBack: UInt64 = 5

    private let limits: Limits

    /// A trainer within limits.
    public init(limits: Limits = Limits()) { self.limits = limits }

    /// The model of these examples; nil when fewer than two categories are used by enough people.
    public func model(of examples: [CategoryExample], on day: Day) -> CategoryModel? {
        model(of: CategoryTally(examples), on: day)
    }

    /// The model of what everyone's links say; nil likewise.
    public func model(of tally: CategoryTally, on day: Day) -> CategoryModel? {
        model(of: CategoryCounts(tally, limits), on: day)
    }

    /// A model newly made beside the one in use, and whether it takes its place: both are judged by the same names, which
    /// neither has learnt.
    public func renewal(of current: CategoryModel?, from tally: CategoryTally, on day: Day) -> CategoryRenewal {
        let counted = CategoryCounts(tally, limits)
        guard let candidate = model(of: counted, on: day) else {
            return CategoryRenewal(model: nil, decision: .keep("fewer than two categories are used by enough people"))
        }
        let kept = Self.halves(of: counted).kept
        let decision = CategoryRollout.decide(
            current: current.map { CategoryEvaluation(of: $0, on: kept) },
            candidate: CategoryEvaluation(of: candidate, on: kept))
        return CategoryRenewal(model: candidate, decision: decision)
    }

    private static func halves(of counts: CategoryCounts) -> (kept: CategoryCounts, shown: CategoryCounts) {
        counts.split { $0.hash % keptBack == 0 }
    }

    private func model(of counted: CategoryCounts, on day: Day) -> CategoryModel? {
        guard counted.categories.count > 1 else { return nil }
        let (kept, shown) = Self.halves(of: counted)
        let folds = shown.outcomes(folds: 4)
        let memory = counted.memory(people: limits.peoplePerName, limit: limits.names)
        var model = shown.model(
            card: CategoryModelCard(
                trainedOn: day, examples: counted.examples, names: counted.names.count, people: counted.people,
                heldOut: kept.names.count, macroF1: 0, accuracyAtFourFifths: 0, coverage: 0, accuracy: 0),
            calibration: CategoryCalibration(folds), memory: memory)
        let measured = CategoryEvaluation(of: model, on: kept)
        model.card.macroF1 = measured.macroF1
        model.card.accuracyAtFourFifths = measured.accuracy(atCoverage: 80) ?? 0
        model.card.coverage = measured.coverage
        model.card.accuracy = measured.accuracy ?? 0
        return model
    }
}
