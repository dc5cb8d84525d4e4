import Finance

/// A field of a stored record: what it is cast to, and what the database layer checks of a new record.
struct FakeField: Sendable {
    enum Kind { case text, number, date, flag, id }

    let name: String
    let kind: Kind
    var isRequired = false
    var allowed: [String]?
    var usual: Document.Value?

    static func needed(_ name: String, _ kind: Kind, allowed: [String]? = nil) -> FakeField {
        FakeField(name: name, kind: kind, isRequired: true, allowed: allowed)
    }

    static func free(
        _ name: String, _ kind: Kind, usual: Document.Value? = nil, allowed: [String]? = nil
    ) -> FakeField {
        FakeField(name: name, kind: kind, allowed: allowed, usual: usual)
    }
}

/// The documented fields of each kind (contract 1.2 to 1.6). A key that is none of them is dropped without a word; one
/// that is gets stored whether or not a client should send it, since bodies are validated but not stripped.
enum FakeSchema {
    static func fields(_ kind: FakeKind, _ shape: FakeBackend.Shape) -> [FakeField] {
        let isCurrent = shape == .current
        let own: [FakeField] = [
            .needed("name", .text), .free("userId", .id), .free("isDeleted", .flag, usual: .bool(false)),
        ]
        return own + specific(kind, isCurrent)
    }

    private static func specific(_ kind: FakeKind, _ isCurrent: Bool) -> [FakeField] {
        switch kind {
        case .incomes:
            [.needed("amount", .number), .needed("receiveDate", .date), repetition(["on-off", "monthly", "yearly"])]
        case .expenses:
            [
                .needed("amount", .number), .needed("endDate", .date),
                repetition(["on-off", "weekly", "monthly", "yearly"]),
            ] + (isCurrent ? [.free("budgetId", .id)] : [])
        case .budgets: budget(isCurrent)
        case .debts: debt(isCurrent)
        case .goals:
            [
                .needed("totalAmount", .number), .needed("monthlyTarget", .number),
                .free("savedMoney", .number, usual: .int(0)), .free("completionRation", .number, usual: .int(0)),
                .free("isCompleted", .flag, usual: .bool(false)), .needed("date", isCurrent ? .date : .text),
                .needed("completeDate", isCurrent ? .date : .text),
            ]
        }
    }

    private static func budget(_ isCurrent: Bool) -> [FakeField] {
        let fields: [FakeField] = [
            .needed("amount", .number), .needed("type", .text, allowed: ["personal", "household"]),
            .needed("category", .text),
        ]
        guard isCurrent else { return fields }
        return fields + [
            .free("expensesId", .id),
            .free("frequency", .text, usual: .string("monthly"), allowed: ["on-off", "monthly"]),
        ]
    }

    private static func debt(_ isCurrent: Bool) -> [FakeField] {
        let numbers = ["amount", "monthlyPayment", "AdHocPayment", "capitalRepayment", "interestRepayment"]
        let fields = numbers.map { FakeField.needed($0, .number) }
        guard isCurrent else { return fields + [.needed("payDueDate", .text)] }
        return fields + [
            .needed("payDueDate", .date), .free("userInterestRate", .number),
            .free("completionRatio", .number, usual: .int(0)),
        ]
    }

    private static func repetition(_ allowed: [String]) -> FakeField {
        .free("frequency", .text, usual: .string("on-off"), allowed: allowed)
    }
}
