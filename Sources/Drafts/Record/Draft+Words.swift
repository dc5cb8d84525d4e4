public import Finance

extension Draft {
    /// The heading of a card: `Add an expense: “Lunch”, £12.40`.
    public func title(on snapshot: Snapshot) -> String {
        let name = String.quoted(fields.record.name ?? recordName(in: snapshot) ?? kind.noun)
        return isChange ? "Change the \(kind.noun) \(name)" : "Add \(kind.oneOf): \(name)"
    }

    /// What each field is now and what it would be; unchanged fields are left out of a change.
    public func rows(on snapshot: Snapshot) -> [ChangeRow] {
        guard case .change(let id) = act else { return created }
        let before = fields.current(of: id, in: snapshot)?.record.rows ?? []
        return fields.record.rows.compactMap { row in
            let old = before.first { $0.label == row.label }?.text
            return old == row.text ? nil : ChangeRow(label: row.label, before: old, after: row.text)
        }
    }

    /// What a person ought to know before they confirm.
    public func remarks(on snapshot: Snapshot) -> [String] {
        var remarks: [String] = []
        if case .create = act, !fields.record.twins(in: snapshot).isEmpty {
            remarks.append("\(kind.oneOf.capitalisedFirst) just like this is already on record.")
        }
        if case .expense(let fields) = fields, let category = fields.category, let amount = fields.amount {
            let line = "a budget line of \(amount) in \(String.quoted(category.name))"
            remarks.append(isChange ? "Its own budget line changes with it." : "The app also adds \(line).")
        }
        if case .debt(let fields) = fields, let interest = fields.monthlyInterest, let pays = fields.monthlyPayment,
            !isChange, interest >= pays
        {
            remarks.append("A month's interest is about \(interest), so this payment would not lower the balance.")
        }
        if isPaidInOrOff { remarks.append("Only your records change: no money is moved.") }
        return remarks
    }

    /// Whether it tells of money that goes to a goal or a debt, which the person moves elsewhere.
    private var isPaidInOrOff: Bool {
        switch fields {
        case .debt(let fields): fields.lowering != nil
        case .goal(let fields): fields.adding != nil
        default: false
        }
    }

    private var created: [ChangeRow] {
        fields.record.rows.map { ChangeRow(label: $0.label, before: nil, after: $0.text) }
    }

    func recordName(in snapshot: Snapshot) -> String? {
        guard case .change(let id) = act else { return nil }
        switch kind {
        case .expense: return snapshot.expenses.first { $0.id == id }?.name
        case .income: return snapshot.incomes.first { $0.id == id }?.name
        case .budget: return snapshot.budgets.first { $0.id == id }?.name
        case .debt: return snapshot.debts.first { $0.id == id }?.name
        case .goal: return snapshot.goals.first { $0.id == id }?.name
        }
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Draft {
    /// One row for a card of several drafts: the record by name, its amount now and then.
    func row(on snapshot: Snapshot) -> ChangeRow {
        let rows = rows(on: snapshot)
        let main = rows.first { $0.label == "Amount" } ?? rows.last
        let name = fields.record.name ?? recordName(in: snapshot) ?? kind.noun
        return ChangeRow(label: TypedText(name, limit: 60).text, before: main?.before, after: main?.after ?? "")
    }
}
