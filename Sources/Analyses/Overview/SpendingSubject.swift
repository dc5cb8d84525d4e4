import Finance

/// What spending a question is about.
public enum SpendingSubject: Sendable, Hashable, Codable {
    /// All of it.
    case everything
    /// Payments of a category.
    case category(String)
    /// Payments without one.
    case uncategorised
    /// Payments entered with budgets of this name, and those that are called so and entered with none.
    case budget(String)
    /// Payments whose names hold these words.
    case name(String)

    /// As a sentence says it; nil for all.
    public var words: String? {
        switch self {
        case .everything: nil
        case .category(let name), .budget(let name), .name(let name): String.quoted(name)
        case .uncategorised: "what has no category"
        }
    }

    /// Which payments are counted, in a few words.
    var basis: String {
        switch self {
        case .everything: "all expenses dated in these days"
        case .category: "expenses of that category dated in these days"
        case .uncategorised: "expenses without a category dated in these days"
        case .budget: "expenses linked to budgets of that name, or called so and linked to none, dated in these days"
        case .name: "expenses whose name holds these words, dated in these days"
        }
    }

    /// The payments of a snapshot that are meant.
    func payments(in snapshot: Snapshot) -> [Expense] {
        switch self {
        case .everything: return snapshot.expenses
        case .category(let name): return snapshot.expenses.filter { $0.category == name }
        case .uncategorised: return snapshot.expenses.filter { $0.category == nil }
        case .budget(let name):
            let names = Dictionary(snapshot.budgets.filter { !$0.isPartners }.map { ($0.id, $0.name) }) { $1 }
            let wanted = Set(AskedWords(name).keys)
            return snapshot.expenses.filter { expense in
                // What was entered with another budget belongs there, whatever it is called.
                expense.budgetID.flatMap { names[$0] }.map { $0 == name }
                    ?? wanted.isSubset(of: AskedWords(expense.name).keys)
            }
        case .name(let name):
            let wanted = Set(AskedWords(name).keys)
            return snapshot.expenses.filter { wanted.isSubset(of: AskedWords($0.name).keys) }
        }
    }
}

extension SpendingSubject {
    /// The name without quotation marks.
    var plain: String? {
        switch self {
        case .everything, .uncategorised: nil
        case .category(let name), .budget(let name), .name(let name): name
        }
    }
}
