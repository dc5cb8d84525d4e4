public import Finance

/// One name and the category a person gave it by choosing a budget.
public struct CategoryExample: Sendable, Hashable {
    /// What was typed.
    public let name: String
    /// The category of the budget it was linked to.
    public let category: String
    /// Whose it is: a name counts for others only when several people agree on it.
    public let person: UserID

    /// An example with every part given.
    public init(name: String, category: String, person: UserID) {
        self.name = name
        self.category = category
        self.person = person
    }
}

extension Snapshot {
    /// What this person's own links teach. Copies the backend makes carry no link and teach nothing new.
    public var categoryExamples: [CategoryExample] {
        expenses.compactMap { expense in
            guard expense.budgetID != nil, let category = expense.category else { return nil }
            return CategoryExample(name: expense.name, category: category, person: person.id)
        }
    }
}
