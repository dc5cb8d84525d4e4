public import Finance

/// The five lists of records a person may write, by their spelling in a path.
public enum FakeKind: String, Sendable, Hashable, CaseIterable {
    /// Each as the path spells it.
    case incomes, expenses, budgets, debts, goals = "saving-goals"

    /// The database's collection.
    public var collection: String { self == .goals ? "savinggoals" : rawValue }

    /// What messages call one of them.
    var noun: String {
        switch self {
        case .incomes: "Income"
        case .expenses: "Expense"
        case .budgets: "Budget"
        case .debts: "Debt"
        case .goals: "Saving goal"
        }
    }

    /// What stands before the id when one record is read.
    var singlePath: [String] {
        switch self {
        case .incomes: ["income"]
        case .expenses: ["expense"]
        case .debts: ["single"]
        case .budgets, .goals: []
        }
    }

    /// Incomes and expenses answer 200 to a new record, the others 201.
    var createdStatus: Int { self == .incomes || self == .expenses ? 200 : 201 }
}

/// A document as the fake stored it: all of it, to be put in place of any with the same `_id`.
public struct FakePut: Sendable, Equatable {
    /// Where it goes.
    public let collection: String
    /// The whole document.
    public let document: Document
}
