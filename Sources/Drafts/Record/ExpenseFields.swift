import Analyses
public import Finance

/// A payment to enter or to change.
public struct ExpenseFields: RecordFields {
    static let kind = DraftKind.expense
    static let frequencies: [Frequency] = [.once, .weekly, .monthly, .yearly]

    /// What it was for.
    public var name: String?
    /// What was paid.
    public var amount: Money?
    /// The day it falls on; decides the month.
    public var fallsOn: Day?
    /// How often the backend repeats it.
    public var frequency: Frequency?
    /// The group it counts in. The current backend then adds a budget line of the same amount, as its own screens do.
    public var category: CategoryTag?

    /// Fields with those given that are to be sent.
    public init(
        name: String? = nil, amount: Money? = nil, fallsOn: Day? = nil, frequency: Frequency? = nil,
        category: CategoryTag? = nil
    ) {
        self.name = name
        self.amount = amount
        self.fallsOn = fallsOn
        self.frequency = frequency
        self.category = category
    }

    var rows: [FieldRow] {
        [
            FieldRow("Expense", name), FieldRow("Amount", amount?.description), FieldRow("Day", fallsOn?.words),
            FieldRow("Repeats", frequency?.words), FieldRow("Category", category?.name),
        ].compactMap(\.self)
    }

    func body(for shape: BackendShape, isChange: Bool) -> [JSON.Member] {
        var body: [JSON.Member] = []
        body.add("name", name)
        body.add("amount", amount)
        body.add("endDate", fallsOn?.description)
        body.add("frequency", frequency?.stored)
        body.add("type", category?.kind.rawValue)
        body.add("category", category?.name)
        return body
    }

    func fitting(_ shape: BackendShape, isChange: Bool) -> ExpenseFields {
        var fitting = self
        if shape == .older { fitting.category = nil }
        return fitting
    }

    func check(_ checks: inout FieldChecks, on snapshot: Snapshot, isChange: Bool) {
        checks.present(isChange || name != nil, .name, "What was it for?")
        checks.present(isChange || amount != nil, .amount, "How much was it?")
        checks.present(isChange || fallsOn != nil, .day, "Which day was it?")
        checks.name(name)
        checks.money(amount, .amount, "The amount")
        checks.day(fallsOn, "The day")
        checks.frequency(frequency, Self.frequencies, "An expense")
        guard let category, !isChange else { return }
        let month = Month(containing: (fallsOn ?? snapshot.today).start)
        if !snapshot.budgets(in: month).contains(where: { CategoryTag($0) == category }) {
            checks.fault(.category, "You have no budget in that category in \(month.words).")
        }
    }

    func current(of id: String, in snapshot: Snapshot) -> ExpenseFields? {
        guard let record = snapshot.expenses.first(where: { $0.id == id }) else { return nil }
        let budget = record.budgetID.flatMap { id in snapshot.budgets.first { $0.id == id } }
        return ExpenseFields(
            name: name.map { _ in record.name }, amount: amount.map { _ in record.amount },
            fallsOn: fallsOn.map { _ in Day(record.fallsOn) }, frequency: frequency.map { _ in record.frequency },
            category: category == nil ? nil : budget.map { CategoryTag($0) })
    }

    func twins(in snapshot: Snapshot) -> [Twin] {
        snapshot.expenses.filter {
            $0.name == name && $0.amount == amount && Day($0.fallsOn) == fallsOn && $0.frequency == frequency ?? .once
        }.map { Twin(id: $0.id, madeAt: $0.createdAt?.milliseconds) }
    }

    /// The current backend keeps an expense's own budget line in step only when all four of its fields are sent, so
    /// those that do not change are sent as they stand. A line that no longer equals its expense is left alone.
    func keepingBudgetInStep(of id: String, in snapshot: Snapshot) -> ExpenseFields {
        guard amount != nil || frequency != nil, let record = snapshot.expenses.first(where: { $0.id == id }),
            let budget = snapshot.budgets.first(where: { $0.id == record.budgetID }), budget.amount == record.amount,
            !budget.category.isEmpty, record.frequency.stored != nil
        else { return self }
        var whole = self
        whole.amount = amount ?? record.amount
        whole.frequency = frequency ?? record.frequency
        whole.category = CategoryTag(budget)
        return whole
    }
}
