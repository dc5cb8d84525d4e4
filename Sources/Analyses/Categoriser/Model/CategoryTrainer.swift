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
        /// Examples read.
        public var examples = 500_000

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
        let counted = CategoryCounts(examples.prefix(limits.examples), limits)
        guard counted.categories.count > 1 else { return nil }
        let (kept, shown) = counted.split { $0.hash % Self.keptBack == 0 }
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
