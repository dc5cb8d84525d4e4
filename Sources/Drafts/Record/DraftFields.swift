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

    /// Without what a backend does not know, and with what it must be sent beside a change.
    func settled(_ act: Draft.Act, for shape: BackendShape, in snapshot: Snapshot) -> DraftFields {
        let isChange = act != .create
        switch self {
        case .expense(var fields):
            fields = fields.fitting(shape, isChange: isChange)
            guard case .change(let id) = act else { return .expense(fields) }
            // A category alone cannot be changed, and is only sent to keep the linked budget in step.
            fields.category = nil
            return .expense(shape == .current ? fields.keepingBudgetInStep(of: id, in: snapshot) : fields)
        case .income: return self
        case .budget(let fields): return .budget(fields.fitting(shape, isChange: isChange))
        case .debt(let fields): return .debt(fields.fitting(shape, isChange: isChange))
        case .goal: return self
        }
    }
}
