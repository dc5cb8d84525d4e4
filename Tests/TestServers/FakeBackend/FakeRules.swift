import Finance

/// What the validator in front of each route asks for. A change needs nothing and only the kinds of values are looked at.
enum FakeRules {
    private enum Rule { case name, amount, number, text, choice }

    /// What is wrong with a body; empty when nothing is.
    static func faults(_ kind: FakeKind, _ body: [String: Document.Value], isChange: Bool) -> [FakeRefusal.Fault] {
        rules(kind).compactMap { key, rule in
            guard let value = body[key] else { return isChange ? nil : FakeRefusal.Fault(key, "Required") }
            return words(rule, value, isChange).map { FakeRefusal.Fault(key, $0) }
        } + repetition(body)
    }

    private static func rules(_ kind: FakeKind) -> [(String, Rule)] {
        switch kind {
        case .incomes: [("name", .name), ("amount", .amount), ("receiveDate", .text)]
        case .expenses: [("name", .name), ("amount", .amount), ("endDate", .text)]
        case .budgets: [("name", .name), ("amount", .amount), ("type", .choice), ("category", .text)]
        case .debts:
            [
                ("name", .name), ("amount", .amount), ("monthlyPayment", .number), ("AdHocPayment", .number),
                ("capitalRepayment", .number), ("interestRepayment", .number), ("payDueDate", .text),
            ]
        case .goals: [("name", .name), ("totalAmount", .amount), ("monthlyTarget", .amount), ("date", .text)]
        }
    }

    private static func words(_ rule: Rule, _ value: Document.Value, _ isChange: Bool) -> String? {
        switch rule {
        case .name, .text, .choice:
            guard case .string(let text) = value else { return "Expected string, received \(value.kindName)" }
            if isChange { return nil }
            if rule == .name, text.utf16.count < 2 { return "String must contain at least 2 character(s)" }
            if rule == .choice, text != "personal", text != "household" { return "Invalid enum value" }
        case .amount, .number:
            guard let number = value.number else { return "Expected number, received \(value.kindName)" }
            if !isChange, rule == .amount, number < 0 { return "Number must be greater than or equal to 0" }
        }
        return nil
    }

    /// Optional everywhere, and here any text will do; the list of words is the database layer's.
    private static func repetition(_ body: [String: Document.Value]) -> [FakeRefusal.Fault] {
        guard let value = body["frequency"], value.text == nil else { return [] }
        return [FakeRefusal.Fault("frequency", "Expected string, received \(value.kindName)")]
    }
}

extension Document.Value {
    /// A whole or broken number.
    var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// As a script numbers it: whole where it is, as the driver then stores it.
    static func number(_ value: Double) -> Document.Value {
        Int32(exactly: value).map { .int(Int64($0)) } ?? .double(value)
    }

    var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .int, .double, .decimal: "number"
        case .string: "string"
        case .array: "array"
        case .document, .date, .id, .other: "object"
        }
    }
}
