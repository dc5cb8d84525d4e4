/// Finds insights of one kind. One that throws says nothing about its kind, and what was found before stays.
public struct InsightGenerator: Sendable {
    /// The kind of everything it finds.
    public var kind: InsightKind
    /// Looks at the ground.
    public var make: @Sendable (InsightGround) throws -> [Insight]

    /// Most insights of one kind that are kept, those with the largest impact.
    public static let most = 5

    /// A generator of a kind.
    public init(_ kind: InsightKind, _ make: @escaping @Sendable (InsightGround) throws -> [Insight]) {
        self.kind = kind
        self.make = make
    }

    /// Every generator, one for each kind.
    public static let all: [InsightGenerator] = [
        .spendAnomaly, .cashLow, .subscriptionAudit, .priceRise, .savingsRateChange, .goalBehind, .goalAhead,
        .budgetAtRisk, .budgetOnTrack, .debtNeverClears, .debtMilestone, .idleSurplus, .missingRecurrence,
        .duplicateEntries,
    ]
}
