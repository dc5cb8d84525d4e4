import Finance

extension CategoryCounts {
    /// How many people of one name count at most, so that one shop does not outweigh a hundred others.
    static let mostPeople = 4
    /// Added to every count, in the units of `CategoryCounts.unit`: what was not seen is not impossible.
    private static let smoothing = 1
    private static let unit = 8
    /// How much less the size of a category says than naive Bayes would have it: a quarter.
    private static let priorShare = 4

    /// Naive Bayes weights: how much likelier a feature is in a category than elsewhere, as a binary logarithm. One
    /// that no name has weighs nothing.
    func model(card: CategoryModelCard?, calibration: CategoryCalibration, memory: CategoryMemory) -> CategoryModel {
        let width = categories.count
        var counts = [Int](repeating: 0, count: NameFeatures.buckets * width)
        var totals = [Int](repeating: 0, count: width)
        var sizes = [Int](repeating: 1, count: width)
        for name in names {
            for (place, people) in name.people {
                let weight = min(people, Self.mostPeople) * Self.unit
                for feature in name.features { counts[feature * width + place] += weight }
                totals[place] += weight * name.features.count
                sizes[place] += weight
            }
        }
        let none = CategoryModelCard(
            trainedOn: Day(number: 0), examples: 0, names: 0, people: 0, heldOut: 0, macroF1: 0,
            accuracyAtFourFifths: 0, coverage: 0, accuracy: 0)
        return CategoryModel(
            version: CategoryModel.schema, card: card ?? none, categories: categories,
            weights: Self.weights(counts, totals, Set(names.flatMap(\.features))),
            priors: sizes.map { BinaryLogarithm.of($0) / Self.priorShare },
            calibration: calibration, memory: memory)
    }

    private static func weights(_ counts: [Int], _ totals: [Int], _ seen: Set<Int>) -> [Int16] {
        let width = totals.count
        let spread = smoothing * NameFeatures.buckets
        let whole = totals.map { BinaryLogarithm.of($0 + spread) }
        var weights = [Int16](repeating: 0, count: counts.count)
        for feature in seen {
            let row = feature * width
            let likelihoods = (0..<width).map { BinaryLogarithm.of(counts[row + $0] + smoothing) - whole[$0] }
            let middle = likelihoods.reduce(0, +) / width
            for place in 0..<width { weights[row + place] = Int16(clamping: likelihoods[place] - middle) }
        }
        return weights
    }
}
