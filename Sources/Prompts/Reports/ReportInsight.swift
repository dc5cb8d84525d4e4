/// What a stored report is about; raw values are the stored spelling (contract 4.2).
public enum ReportKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Payments, budgets against the 50/30/20 rule, debts.
    case expense, budget, debt
}

/// One point of a report, all of it text for a person.
public struct ReportInsight: Sendable, Hashable, Codable {
    /// The heading.
    public var insight: String
    /// What follows from it.
    public var suggestion: String
    /// The group it belongs to.
    public var category: String

    /// A point with every part given.
    public init(insight: String, suggestion: String, category: String) {
        self.insight = insight
        self.suggestion = suggestion
        self.category = category
    }
}
