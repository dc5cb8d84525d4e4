public import Finance

/// Invented examples of typed names with their categories: people, shops, misspellings, names that mean one thing here
/// and another there. The same seed gives the same examples.
///
/// The split is strict: no name of the second part occurs in the first, not even under other case or numbers; one brand
/// in four, one kind of place in eight and the owners of half the local places are only in the second part. What is
/// measured on it is therefore worse than what people see, whose names mostly come again.
public struct SyntheticNames: Sendable {
    /// The examples to learn from.
    public let learnt: [CategoryExample]
    /// The examples to be judged by, each with its kind of name.
    let judged: [(example: CategoryExample, kind: Kind)]
    /// The examples to be judged by.
    public var unseen: [CategoryExample] { judged.map(\.example) }

    /// What kind of name an example is.
    enum Kind: String, Sendable {
        case knownBrand = "known shop, new spelling"
        case knownPlace = "known kind of local place"
        case knownWords = "known words, new spelling"
        case unknownBrand = "unknown shop"
        case unknownPlace = "unknown kind of local place"
        case ambiguous = "means many things"
    }

    /// Examples of `people` people, `each` of them typing as many names, and a third as many to be judged.
    public init(seed: UInt64 = SyntheticHouseholds.standardSeed, people: Int = 240, each: Int = 60) {
        var learnt: [CategoryExample] = []
        var seen: Set<NameKey> = []
        for person in 0..<people {
            var writer = SyntheticNameWriter(seed, person, isJudged: false)
            for _ in 0..<each {
                let (example, _) = writer.example()
                seen.insert(NameKey(example.name))
                learnt.append(example)
            }
        }
        var judged: [(example: CategoryExample, kind: Kind)] = []
        for person in people..<people + people / 3 {
            var writer = SyntheticNameWriter(seed, person, isJudged: true)
            for _ in 0..<each {
                let (example, kind) = writer.example()
                if seen.insert(NameKey(example.name)).inserted { judged.append((example, kind)) }
            }
        }
        self.learnt = learnt
        self.judged = judged
    }
}

extension CategoryEvaluation {
    /// The published run: a model trained on the invented names of a seed, judged on those it has not seen; nil if the
    /// examples made no model.
    public static func synthetic(seed: UInt64 = SyntheticHouseholds.standardSeed, on day: Day) -> CategoryEvaluation? {
        let names = SyntheticNames(seed: seed)
        return CategoryTrainer().model(of: names.learnt, on: day).map { CategoryEvaluation(of: $0, on: names) }
    }

    /// The model on the names to be judged by, each with its kind.
    init(of model: CategoryModel, on names: SyntheticNames) {
        self.init(
            names.judged.map { example, kind in
                Self.outcome(model, NameKey(example.name), example.category, kind: kind.rawValue)
            })
    }
}
