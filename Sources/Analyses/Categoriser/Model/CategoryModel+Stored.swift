extension CategoryModel {
    enum CodingKeys: String, CodingKey {
        case version, card, categories, weights, priors, calibration, memory
    }

    /// Reads a stored model. One of another version, or whose parts do not fit each other, is refused: a model can always
    /// be trained again.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        version = try stored.decode(Int.self, forKey: .version)
        guard version == Self.schema else { throw Self.fault(stored, "stored by another version") }
        card = try stored.decode(CategoryModelCard.self, forKey: .card)
        categories = try stored.decode([String].self, forKey: .categories)
        weights = try stored.decode([Int16].self, forKey: .weights)
        priors = try stored.decode([Int].self, forKey: .priors)
        calibration = try stored.decode(CategoryCalibration.self, forKey: .calibration)
        memory = try stored.decode(CategoryMemory.self, forKey: .memory)
        guard weights.count == NameFeatures.buckets * categories.count, priors.count == categories.count,
            priors.allSatisfy({ $0.magnitude < 1 << 20 }), memory.isSound(for: categories.count)
        else { throw Self.fault(stored, "its parts do not fit each other") }
    }

    private static func fault(_ stored: KeyedDecodingContainer<CodingKeys>, _ reason: String) -> DecodingError {
        .dataCorruptedError(forKey: .version, in: stored, debugDescription: reason)
    }
}
