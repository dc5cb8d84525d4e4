import Finance

/// The fields of one record, by kind.
public enum DraftFields: Sendable, Hashable, Codable {
    /// A payment.
    case expense(ExpenseFields)
    /// A receipt.
    case income(IncomeFields)
    /// A budget line.
    case budget(BudgetFields)
    /// A debt.
    case debt(DebtFields)
    /// A saving goal.
    case goal(GoalFields)

    /// Which list of the allow-list they belong to.
    public var kind: DraftKind { type(of: record).kind }

    var record: any RecordFields {
        switch self {
        case .expense(let fields): fields
        case .income(let fields): fields
        case .budget(let fields): fields
        case .debt(let fields): fields
        case .goal(let fields): fields
        }
    }

    /// The same fields as the record stands in a snapshot; nil when the person has no such record.
    func current(of id: String, in snapshot: Snapshot) -> DraftFields? {
        switch self {
        case .expense(let fields): fields.current(of: id, in: snapshot).map(DraftFields.expense)
        case .income(let fields): fields.current(of: id, in: snapshot).map(DraftFields.income)
        case .budget(let fields): fields.current(of: id, in: snapshot).map(DraftFields.budget)
        case .debt(let fields): fields.current(of: id, in: snapshot).map(DraftFields.debt)
        case .goal(let fields): fields.current(of: id, in: snapshot).map(DraftFields.goal)
        }
    }

    /// Without what a backend does not know, with amounts that depend on the record worked out, and with what must be
    /// sent beside a change.
    func settled(_ act: Draft.Act, for shape: BackendShape, in snapshot: Snapshot) -> DraftFields {
        guard case .change(let id) = act else { return fitting(shape, isChange: false) }
        switch fitting(shape, isChange: true) {
        case .expense(var fields):
            // A category alone cannot be changed; it is only sent to keep the linked budget in step.
            fields.category = nil
            return .expense(shape == .current ? fields.keepingBudgetInStep(of: id, in: snapshot) : fields)
        case .income(let fields): return .income(fields)
        case .budget(let fields): return .budget(fields.addingUp(of: id, in: snapshot))
        case .debt(let fields): return .debt(fields.addingUp(of: id, in: snapshot))
        case .goal(let fields): return .goal(fields.addingUp(of: id, in: snapshot))
        }
    }

    private func fitting(_ shape: BackendShape, isChange: Bool) -> DraftFields {
        switch self {
        case .expense(let fields): .expense(fields.fitting(shape, isChange: isChange))
        case .income(let fields): .income(fields.fitting(shape, isChange: isChange))
        case .budget(let fields): .budget(fields.fitting(shape, isChange: isChange))
        case .debt(let fields): .debt(fields.fitting(shape, isChange: isChange))
        case .goal(let fields): .goal(fields.fitting(shape, isChange: isChange))
        }
    }
}
