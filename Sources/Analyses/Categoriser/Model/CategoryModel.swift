import Finance

/// What names say about categories, learnt from the links of many people: a memory of names that several people gave
/// the same category, and naive Bayes over runs of letters for the rest, with a confidence that was measured on names
/// it had not seen. It holds hashes and no typed name; `NameFeatures.buckets` and `CategoryTrainer.Limits` bound it.
public struct CategoryModel: Sendable, Hashable, Codable {
    /// Raised whenever a stored model of an older shape must not be read back.
    public static let schema = 1

    /// The shape it was stored in.
    public let version: Int
    /// When and from what it was made, and how good it was.
    public var card: CategoryModelCard
    /// The categories it can tell apart.
    public let categories: [String]
    /// Weight of each feature for each category, in 256ths of a bit, a row of `categories.count` for each feature.
    let weights: [Int16]
    /// Weight of each category before anything is read.
    let priors: [Int]
    /// How sure a lead makes it.
    var calibration: CategoryCalibration
    /// Names that several people agree on, as hashes.
    let memory: CategoryMemory

    /// The least confidence with which a category is suggested.
    public static let leastConfidence = 0.8
    /// Of a name's letter runs one in this many must be known; fewer may be chance.
    static let leastKnown = 2
    /// The confidence of a name that people agree on.
    static let memoryConfidence = 0.97

    /// The guess for a name by memory or model.
    public func guess(name: String) -> CategoryGuess { guess(NameKey(name)) }

    func guess(_ key: NameKey) -> CategoryGuess {
        guard !key.isEmpty else { return .none }
        if let place = memory.place(of: key) {
            return CategoryGuess(category: categories[place], source: .remembered, confidence: Self.memoryConfidence)
        }
        guard let best = best(key) else { return .none }
        guard best.confidence >= Self.leastConfidence else {
            return CategoryGuess(category: nil, source: .none, confidence: best.confidence)
        }
        return CategoryGuess(category: categories[best.place], source: .modelled, confidence: best.confidence)
    }

    /// The likeliest category by the weights alone, however unsure; nil when hardly a letter run is known.
    func best(_ key: NameKey) -> (place: Int, confidence: Double)? {
        lead(NameFeatures.of(key)).map { ($0.place, calibration.confidence(of: $0.margin)) }
    }

    /// The category with the highest score and how far it leads the next, per feature of the name. A feature that was
    /// never seen weighs nothing but still counts, so a strange name leads by little.
    func lead(_ features: [Int]) -> (place: Int, margin: Int)? {
        var scores = priors
        var known = 0
        for feature in features {
            let row = feature * categories.count
            var any: Int16 = 0
            for place in scores.indices {
                scores[place] += Int(weights[row + place])
                any |= weights[row + place]
            }
            if any != 0 { known += 1 }
        }
        guard known * Self.leastKnown >= features.count, known > 0, scores.count > 1,
            let best = scores.indices.max(by: { scores[$0] < scores[$1] })
        else {
            return nil
        }
        let next = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? scores[best]
        return (best, (scores[best] - next) / features.count)
    }
}
