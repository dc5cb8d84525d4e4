public import FoundationEssentials

/// Why there is no snapshot. Dirty records never cause one; only a person that cannot be told does.
public enum SnapshotError: Error, Sendable, Hashable {
    /// The user document has no readable `_id`.
    case noUserID
    /// The user document is marked deleted.
    case deletedPerson
}

extension Snapshot {
    /// Reads one round of documents. The same documents in any order give the same snapshot.
    public init(
        documents: SnapshotDocuments, month: Month, asOf: Date, limits: SnapshotLimits = SnapshotLimits()
    ) throws(SnapshotError) {
        let person = try Person(document: documents.user)
        guard !person.isDeleted else { throw .deletedPerson }
        var reader = SnapshotReader(person: person, limits: limits)
        let categories = CategoryResolution.byBudget(documents.budgets)
        let incomes = reader.incomes(documents.incomes)
        let expenses = reader.expenses(documents.expenses, categories: categories)
        let budgets = reader.budgets(documents.budgets, owner: person.id)
        let partners = person.partnerID.map { reader.budgets(documents.partnerBudgets, owner: $0) } ?? []
        let household = budgets.filter { $0.kind == .household } + partners
        let debts = reader.debts(documents.debts)
        let goals = reader.goals(documents.savingGoals)
        let doubled = incomes.lookingDoubled() + expenses.lookingDoubled() + budgets.lookingDoubled()
        self.init(
            person: person, month: month, asOf: asOf.stored ?? asOf, incomes: incomes, expenses: expenses,
            budgets: budgets, household: Array(household.inOrder().occurring(in: month)), debts: debts, goals: goals,
            skipped: reader.skipped,
            suspectedDuplicates: Array(doubled.sorted { $0.lexicographicallyPrecedes($1) }.prefix(limits.duplicates)))
    }
}
