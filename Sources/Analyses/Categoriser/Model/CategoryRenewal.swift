/// What came of training: the new model, and whether it takes the place of the one in use.
public struct CategoryRenewal: Sendable, Hashable {
    /// The new model; nil when there is too little to learn from.
    public let model: CategoryModel?
    /// Whether it is used from now on.
    public let decision: CategoryRollout

    /// The model to put in place; nil when the one in use stays.
    public var adopted: CategoryModel? { decision == .adopt ? model : nil }

    /// What to keep of it in the report of a run.
    public var record: CategoryTraining {
        var reason: String?
        if case .keep(let why) = decision { reason = why }
        return CategoryTraining(card: model?.card, isAdopted: decision == .adopt, reason: reason)
    }
}

/// Training as it is reported.
public struct CategoryTraining: Sendable, Hashable, Codable {
    /// The new model's card; nil when there was too little to learn from.
    public let card: CategoryModelCard?
    /// Whether the new model is in use since.
    public let isAdopted: Bool
    /// Why it is not; nil when it is.
    public let reason: String?

    /// The training for a program.
    public var json: JSON {
        [
            "adopted": .bool(isAdopted), "reason": reason.map { .string($0) } ?? .null,
            "card": card?.json ?? .null,
        ]
    }
}
