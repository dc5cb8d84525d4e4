public import FoundationEssentials

/// One person's finances at one instant for one month: the only input of every analysis.
///
/// Month figures follow the app's own overview (contract 2.2 B): a record counts in the month of its own date, whatever
/// its frequency; own budgets only; what is left is income minus expenses and nothing else.
public struct Snapshot: Sendable, Hashable, Codable {
    /// Raised whenever a stored copy of an older shape must not be read back.
    public static let schema = 2

    /// Whose finances these are.
    public var person: Person
    /// The month that "this month" means.
    public var month: Month
    /// When the records were read.
    public var asOf: Date
    /// Every live receipt with a date, oldest first; future-dated occurrences are normal.
    public var incomes: [Income]
    /// Every live payment with a date, oldest first.
    public var expenses: [Expense]
    /// The person's own live budgets, both kinds, all months.
    public var budgets: [Budget]
    /// Own and partner's household budgets of `month`; a view beside the totals, never part of them.
    public var household: [Budget]
    /// Every live debt, cleared ones included.
    public var debts: [Debt]
    /// Every live goal, completed ones included.
    public var goals: [SavingGoal]
    /// Records or fields that could not be read exactly, each with its reason.
    public var skipped: [Skipped]
    /// Groups of record ids that look entered twice (same name, amount and date within 60 s); never removed.
    public var suspectedDuplicates: [[String]]
    /// What the person decided about repeated payments.
    public var decisions = SeriesDecisions()

    /// A snapshot with every part given; `Snapshot(documents:month:asOf:)` is the one that reads records.
    public init(
        person: Person, month: Month, asOf: Date, incomes: [Income], expenses: [Expense], budgets: [Budget],
        household: [Budget], debts: [Debt], goals: [SavingGoal], skipped: [Skipped], suspectedDuplicates: [[String]]
    ) {
        self.person = person
        self.month = month
        self.asOf = asOf
        self.incomes = incomes
        self.expenses = expenses
        self.budgets = budgets
        self.household = household
        self.debts = debts
        self.goals = goals
        self.skipped = skipped
        self.suspectedDuplicates = suspectedDuplicates
    }
}

/// Why a record, or one field of it, is not in the figures.
public struct Skipped: Sendable, Hashable, Codable {
    /// The collection, for instance `expenses`; empty for a remark about all.
    public var collection: String
    /// The record's id; empty when it has none.
    public var id: String
    /// The stored field; empty for a whole collection.
    public var field: String
    /// Plain words, for instance "not a number" or "no date".
    public var reason: String

    /// One remark about one field.
    public init(collection: String, id: String, field: String, reason: String) {
        self.collection = collection
        self.id = id
        self.field = field
        self.reason = reason
    }
}

extension Skipped {
    /// Whether every sum is still whole: only a name or a fraction of a penny was lost.
    var isHarmless: Bool { reason == Self.rounded || field == "name" || field == "category" }

    /// The reason of an amount that had more decimals than pence.
    static let rounded = "rounded to the penny"
}

/// What one round of queries brings for one person.
public struct SnapshotDocuments: Sendable, Equatable {
    /// The person's own user document, already projected.
    public var user: Document
    /// Own receipts, all months.
    public var incomes: [Document]
    /// Own payments, all months.
    public var expenses: [Document]
    /// Own budgets, deleted ones included: a deleted budget still names its expense's category (contract 2.9).
    public var budgets: [Document]
    /// Own debts.
    public var debts: [Document]
    /// Own saving goals.
    public var savingGoals: [Document]
    /// The partner's live household budgets; empty without a partner.
    public var partnerBudgets: [Document]

    /// The documents of one round.
    public init(
        user: Document, incomes: [Document] = [], expenses: [Document] = [], budgets: [Document] = [],
        debts: [Document] = [], savingGoals: [Document] = [], partnerBudgets: [Document] = []
    ) {
        self.user = user
        self.incomes = incomes
        self.expenses = expenses
        self.budgets = budgets
        self.debts = debts
        self.savingGoals = savingGoals
        self.partnerBudgets = partnerBudgets
    }
}
