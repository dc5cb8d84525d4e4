extension CategoryModel {
    enum CodingKeys: String, CodingKey {
        case version, card, categories, features, weights, priors, calibration, memory
    }

    /// Reads a stored model. One of another version, or whose parts do not fit each other, is refused: a model can
    /// always be trained again.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        version = try stored.decode(Int.self, forKey: .version)
        guard version == Self.schema else { throw Self.fault(stored, "stored by another version") }
        card = try stored.decode(CategoryModelCard.self, forKey: .card)
        categories = try stored.decode([String].self, forKey: .categories)
        let width = categories.count
        let rows = try stored.decode([Int].self, forKey: .features)
        let packed = try stored.decode([Int16].self, forKey: .weights)
        guard packed.count == rows.count * width, rows.allSatisfy({ (0..<NameFeatures.buckets).contains($0) }) else {
            throw Self.fault(stored, "its weights do not fit its features")
        }
        var weights = [Int16](repeating: 0, count: NameFeatures.buckets * width)
        for (place, row) in rows.enumerated() {
            weights.replaceSubrange(row * width..<(row + 1) * width, with: packed[place * width..<(place + 1) * width])
        }
        self.weights = weights
        priors = try stored.decode([Int].self, forKey: .priors)
        calibration = try stored.decode(CategoryCalibration.self, forKey: .calibration)
        memory = try stored.decode(CategoryMemory.self, forKey: .memory)
        guard priors.count == width, priors.allSatisfy({ $0.magnitude < 1 << 20 }), memory.isSound(for: width)
        else { throw Self.fault(stored, "its parts do not fit each other") }
    }

    /// Stores the rows of features that weigh anything.
    public func encode(to encoder: any Encoder) throws {
        let width = categories.count
        let rows = (0..<NameFeatures.buckets).filter { row in
            weights[row * width..<(row + 1) * width].contains { $0 != 0 }
        }
        var stored = encoder.container(keyedBy: CodingKeys.self)
        try stored.encode(version, forKey: .version)
        try stored.encode(card, forKey: .card)
        try stored.encode(categories, forKey: .categories)
        try stored.encode(rows, forKey: .features)
        try stored.encode(rows.flatMap { weights[$0 * width..<($0 + 1) * width] }, forKey: .weights)
        try stored.encode(priors, forKey: .priors)
        try stored.encode(calibration, forKey: .calibration)
        try stored.encode(memory, forKey: .memory)
    }

    private static func fault(_ stored: KeyedDecodingContainer<CodingKeys>, _ reason: String) -> DecodingError {
        .dataCorruptedError(forKey: .version, in: stored, debugDescription: reason)
    }
}
