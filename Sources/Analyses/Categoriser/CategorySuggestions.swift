public import Finance
public import FoundationEssentials

/// Expenses without a category, each with the category that fits its name, or without one where nobody can tell.
/// Suggestions only: nothing is ever written from them.
public struct CategorySuggestions: Sendable, Hashable {
    /// One expense.
    public struct Row: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// What the person calls it.
        public let name: String
        /// How much.
        public let amount: Money
        /// When.
        public let fallsOn: Date
        /// What would fit.
        public let guess: CategoryGuess
    }

    /// Most rows shown.
    public static let mostShown = 100

    /// The newest first; at most `mostShown`.
    public let rows: [Row]
    /// Expenses without a category, shown or not.
    public let count: Int
    /// Of them, those with a suggestion.
    public let suggested: Int
    /// Their sum.
    public let total: Money
    /// The model's card; nil where there is none and only the person's own words count.
    public let card: CategoryModelCard?
    let asOf: Date

    /// Suggestions for everything the snapshot holds that has no category.
    public init(of snapshot: Snapshot, model: CategoryModel?, corrections: CategoryCorrections) {
        let categoriser = Categoriser(model: model, corrections: corrections, of: snapshot)
        let open = snapshot.expenses.filter { $0.category == nil }
        let all = open.map { expense in
            Row(
                id: expense.id, name: expense.name, amount: expense.amount, fallsOn: expense.fallsOn,
                guess: categoriser.guess(expense))
        }
        rows = Array(all.sorted { ($1.fallsOn, $0.id) < ($0.fallsOn, $1.id) }.prefix(Self.mostShown))
        count = all.count
        suggested = all.count { $0.guess.category != nil }
        total = all.reduce(.zero) { $0 + $1.amount }
        card = model?.card
        asOf = snapshot.asOf
    }

    /// For clients.
    public var json: JSON {
        [
            "asOf": .string(asOf.rfc3339), "currency": .string("GBP"), "count": .int(Int64(count)),
            "suggested": .int(Int64(suggested)), "total": .money(total),
            "basis": .string("expenses without a category, and what was chosen for the same or a like name before"),
            "expenses": .array(rows.map(\.json)), "model": card?.json ?? .null,
        ]
    }
}

extension CategorySuggestions.Row {
    fileprivate var json: JSON {
        [
            "id": .string(id), "name": .string(name), "amount": .money(amount), "on": .day(orNull: Day(fallsOn)),
            "suggestion": guess.category.map { .string($0) } ?? .null, "title": .string(guess.title),
            "source": .string(guess.source.rawValue), "confidence": .share(guess.confidence),
        ]
    }
}
