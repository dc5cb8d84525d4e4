import Analyses
public import Finance

/// A budget line to enter or to change. The backend files a new one under the month in which it is entered; there is no
/// way to enter one for another month, so a draft of one is always for the running month.
public struct BudgetFields: RecordFields {
    static let kind = DraftKind.budget
    static let frequencies: [Frequency] = [.once, .monthly]

    /// What it is for.
    public var name: String?
    /// For the month; a change may take it down to nothing.
    public var amount: Money?
    /// The group it stands in.
    public var category: String?
    /// Whether the partner sees it.
    public var kind: Budget.Kind?
    /// Whether the current backend copies it into the next month; the older one never does.
    public var frequency: Frequency?
    /// By how much it is raised, or lowered when below zero; the amount is then worked out from the record.
    public var raising: Money?

    /// Fields with those given that are to be sent.
    public init(
        name: String? = nil, amount: Money? = nil, category: String? = nil, kind: Budget.Kind? = nil,
        frequency: Frequency? = nil, raising: Money? = nil
    ) {
        self.raising = raising
        self.name = name
        self.amount = amount
        self.category = category
        self.kind = kind
        self.frequency = frequency
    }

    var rows: [FieldRow] {
        [
            FieldRow("Budget", name), FieldRow("Amount", amount?.description), FieldRow("Category", category),
            FieldRow("Seen by", kind.map { $0 == .household ? "you and your partner" : "you alone" }),
            FieldRow("Repeats", frequency?.words),
        ].compactMap(\.self)
    }

    func body(for shape: BackendShape, isChange: Bool) -> [JSON.Member] {
        var body: [JSON.Member] = []
        body.add("name", name)
        body.add("amount", amount)
        body.add("type", kind?.rawValue)
        body.add("category", category)
        body.add("frequency", frequency?.stored)
        return body
    }

    func fitting(_ shape: BackendShape, isChange: Bool) -> BudgetFields {
        var fitting = self
        if shape == .older { fitting.frequency = nil }
        return fitting
    }

    /// With the amount worked out from the record.
    func addingUp(of id: String, in snapshot: Snapshot) -> BudgetFields {
        var whole = self
        if let raising, let budget = snapshot.budgets.first(where: { $0.id == id }) {
            whole.amount = budget.amount + raising
        }
        return whole
    }

    func check(_ checks: inout FieldChecks, on snapshot: Snapshot, isChange: Bool) {
        checks.present(isChange || name != nil, .name, "What is the budget for?")
        checks.present(isChange || amount != nil, .amount, "How much should the budget be?")
        checks.present(isChange || kind != nil, .category, "Is the budget yours alone or for the household?")
        checks.present(isChange || category != nil, .category, "Which category is the budget in?")
        checks.name(name)
        checks.money(amount, .amount, "The budget", mayBeZero: isChange)
        checks.frequency(frequency, Self.frequencies, "A budget")
        if let category, category.isEmpty || TypedText(category).text != category {
            checks.fault(.category, "The category cannot be used as it is written.")
        }
    }

    func current(of id: String, in snapshot: Snapshot) -> BudgetFields? {
        guard let record = snapshot.budgets.first(where: { $0.id == id && !$0.isPartners }) else { return nil }
        // The snapshot does not hold a budget's frequency, so a change of it has no "before".
        return BudgetFields(
            name: name.map { _ in record.name }, amount: amount.map { _ in record.amount },
            category: category.map { _ in record.category }, kind: kind.map { _ in record.kind }, raising: raising)
    }

    func twins(in snapshot: Snapshot) -> [Twin] {
        snapshot.budgets(in: Month(containing: snapshot.asOf)).filter {
            $0.name == name && $0.amount == amount && $0.category == category && $0.kind == kind
        }.map { Twin(id: $0.id, madeAt: nil) }
    }
}
