internal import Finance
public import FoundationEssentials

extension Insight {
    /// Days for which news without a day of its own is news.
    static let newsDays = 14

    /// The message that says it; nil for what other messages say already, or what is only pleasant to look up.
    ///
    /// Budgets have their own alerts (`PaceAlert`). A debt that never clears is distress: it is never held back.
    public func nudge(at now: Date) -> Nudge? {
        let kind: Nudge.Kind
        var category: String?
        switch self.kind {
        case .budgetAtRisk, .budgetOnTrack, .subscriptionAudit, .idleSurplus: return nil
        case .debtNeverClears: kind = .debt
        case .spendAnomaly:
            kind = .spending
            category = subject.isEmpty ? nil : subject
        case .cashLow, .priceRise, .savingsRateChange, .goalBehind, .goalAhead, .debtMilestone, .missingRecurrence,
            .duplicateEntries:
            kind = .insight
        }
        let end = now.addingTimeInterval(86_400 * Double(Self.newsDays))
        return Nudge(
            kind, key: "insight/\(key)/\(bucket)", title: title, text: text, at: now,
            expiresAt: expiresOn.map { min($0.start, end) } ?? end, subject: id, category: category)
    }
}
