public import Finance
public import FoundationEssentials

/// One price that was held against the month, as it is kept.
public struct PurchaseCheck: Sendable, Hashable, Codable {
    /// Stands beside every check that is shown.
    public static let notice = "This is guidance about your own budget, not regulated advice."
    /// Longest words for an item, in Unicode scalars.
    public static let longestItem = 60

    /// The caller's id.
    public let id: String
    /// What it is, in the person's words; data, never instruction.
    public let item: String
    /// What it would cost.
    public let price: Money
    /// The day that was asked for; nil for some time this month.
    public let on: Day?
    /// The number of payments that was asked about.
    public let instalments: Int?
    /// The snapshot that the verdict is of.
    public internal(set) var asOf: Date
    /// The answer.
    public internal(set) var verdict: Affordability.Verdict
    /// Why, in plain words.
    public internal(set) var reasons: [String]
    /// Whether it is checked again when the records change.
    public internal(set) var isPinned = false

    init(_ answer: Affordability, item: String, id: String) {
        self.id = id
        self.item = TypedText(item, limit: Self.longestItem).text
        price = answer.price
        on = answer.options.on
        instalments = answer.options.instalments
        asOf = answer.snapshot.asOf
        verdict = answer.verdict
        reasons = answer.reasons
    }

    /// The same question put to another snapshot. A forecast that was given with it is not kept: the records decide.
    func asked(in snapshot: Snapshot) -> Affordability {
        Affordability(of: price, in: snapshot, Affordability.Options(on: on, instalments: instalments))
    }

    /// The check for a client.
    public var json: JSON {
        [
            "id": .string(id), "item": .string(item), "price": .money(price), "on": .day(orNull: on),
            "instalments": .count(orNull: instalments), "asOf": .string(asOf.rfc3339),
            "verdict": .string(verdict.rawValue), "reasons": .array(reasons.map { .string($0) }),
            "isPinned": .bool(isPinned),
        ]
    }
}
