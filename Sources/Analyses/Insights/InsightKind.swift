/// What an insight can be about; raw values are the wire spelling and are stored.
public enum InsightKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A category runs well above what it usually comes to.
    case spendAnomaly
    /// The month is heading for less income than everything it has to cover.
    case cashLow
    /// What subscriptions come to in a year.
    case subscriptionAudit
    /// A payment that repeats went up and stayed up.
    case priceRise
    /// More or less of the income was left than in the months before.
    case savingsRateChange
    /// A goal will not be met by its date at its monthly target, or will be met well before it.
    case goalBehind, goalAhead
    /// A budget runs out before its month, or all of them last.
    case budgetAtRisk, budgetOnTrack
    /// A payment does not exceed the interest.
    case debtNeverClears
    /// What is owed fell below a round sum.
    case debtMilestone
    /// Money is left each month that nothing is planned for.
    case idleSurplus
    /// A payment that repeats did not come.
    case missingRecurrence
    /// Entries that look made twice.
    case duplicateEntries
}
