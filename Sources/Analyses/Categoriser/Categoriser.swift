public import Finance

/// Suggests categories for one person's expenses: what the person chose stays; then the person's corrections, then the
/// very name remembered, then the model where it is sure enough, else "Uncategorised".
public struct Categoriser: Sendable {
    private let model: CategoryModel?
    private let corrections: CategoryCorrections
    /// The person's own latest category of each name.
    private let own: [NameKey: String]

    /// A categoriser for the person of a snapshot; without a model only the person's own words count.
    public init(model: CategoryModel?, corrections: CategoryCorrections = .init(), of snapshot: Snapshot) {
        self.model = model
        self.corrections = corrections
        own = Dictionary(
            snapshot.expenses.compactMap { expense in expense.category.map { (NameKey(expense.name), $0) } },
            uniquingKeysWith: { _, later in later })
    }

    /// The guess for an expense; one that has a category keeps it.
    public func guess(_ expense: Expense) -> CategoryGuess {
        if let category = expense.category {
            return CategoryGuess(category: category, source: .chosen, confidence: 1)
        }
        return guess(name: expense.name)
    }

    /// The guess for a name that is not yet an expense.
    public func guess(name: String) -> CategoryGuess {
        let key = NameKey(name)
        guard !key.isEmpty else { return .none }
        if let category = corrections.category(of: key) {
            return CategoryGuess(category: category, source: .corrected, confidence: 1)
        }
        if let category = own[key] {
            return CategoryGuess(category: category, source: .remembered, confidence: 1)
        }
        return model?.guess(key) ?? .none
    }
}
