public import Finance

/// A screening of one person's records by documented rules (feature 8). The score is the sum of the rules' points, 100 at
/// most; no rule looks at who a person is, how they feel or what they wrote.
///
/// Raising the payment of any debt never lowers the score, and so never the level: payments enter through
/// `DebtBurden.counted` alone, which rises with each of them.
public struct RiskAssessment: Sendable, Hashable {
    /// What must stand beside every level that is shown.
    public static let notice =
        "A screening aid, not a lending or creditworthiness decision. It reads only what is recorded, as typed."
    /// The largest score there is.
    public static let mostPoints = 100

    /// Every rule, in a fixed order.
    public let rules: [RiskRule]
    /// The sum of their points; nil when nothing is recorded.
    public let score: Int?
    /// This night as the next one needs it; its `level` is where the person stands.
    public let night: PreviousRisk
    /// Where the person stood before; nil for a first assessment.
    public let previousLevel: RiskBand?
    /// How far the records can be relied on.
    public let quality: DataQuality
    /// What debts ask of the income.
    public let burden: DebtBurden
    /// Due dates that went by unmoved; shown, not scored.
    public let passedDueDates: PassedDueDates
    let snapshot: Snapshot

    /// Assesses a snapshot after the night before, if it is known.
    public init(of snapshot: Snapshot, previous: PreviousRisk? = nil) {
        let count = RiskRule.monthsLookedAt
        let months = (1 - count...0).map { snapshot.totals(of: snapshot.month.advanced(by: $0)) }
        let burden = DebtBurden(of: snapshot)
        let quality = DataQuality(of: snapshot, months, burden)
        let owed = snapshot.debtTotals.balance
        let baseline = BalancePoint.baseline(of: previous?.balances ?? [], on: snapshot.today)
        rules = [
            .debtToIncome(burden, in: snapshot.month), .neverClearing(burden),
            .debtGrowth(from: baseline, to: owed), .negativeMonths(months),
            .budgetOverrun(BudgetProgress(of: snapshot)),
            .runway(saved: snapshot.goals.isEmpty ? nil : snapshot.savings.saved, months), quality.rule,
        ]
        let sum = rules.reduce(0) { $0 + $1.contribution }
        let points = quality.grade == .D ? nil : sum
        score = points
        night = .night(
            points.map(RiskBand.init(score:)), score: points, on: snapshot.today, owed: owed, after: previous)
        previousLevel = previous?.level
        passedDueDates = PassedDueDates(of: snapshot)
        self.quality = quality
        self.burden = burden
        self.snapshot = snapshot
    }

    /// Where the person stands; nil when nothing is recorded.
    public var level: RiskBand? { night.level }
    /// What the rules give tonight, which may not hold yet.
    public var candidate: RiskBand? { night.candidate }

    /// The rule that says most, in its own words; a debt that never clears is named before rules without points.
    public var topReason: String {
        guard score != nil else { return "Nothing is recorded to assess." }
        if let top = rules.max(by: { $0.contribution < $1.contribution }), top.contribution > 0 {
            return rules.first { $0.contribution == top.contribution }?.explanation ?? top.explanation
        }
        let isGrowing = !burden.neverClearing.isEmpty
        return rules.first { isGrowing && $0.kind == .neverClearing }?.explanation ?? "No rule adds to the score."
    }

    /// The old service's word; a person without records has always been "Low Risk" there.
    public var legacyStatus: String { (level ?? .low).legacyWords }

    /// The old admin screen's `debtStatuses` (contract 5.5); its `missedInstallments` is `passedDueDates`.
    public var legacyJSON: JSON {
        [
            "missedInstallments": .int(Int64(passedDueDates.count)),
            "nextDueDate": .string(snapshot.nextDue?.description ?? "N/A"), "status": .string(legacyStatus),
        ]
    }
}
