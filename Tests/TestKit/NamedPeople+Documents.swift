public import Finance

extension NamedPeople {
    /// An income as today's backend stores it.
    public static func income(
        _ id: String, _ name: String, _ amount: Document.Value, _ day: String, _ frequency: String = "monthly",
        owner: UserID, made: String? = nil, isDeleted: Bool = false
    ) -> Document {
        record(
            id, name, owner, made ?? day, isDeleted,
            ["amount": amount, "receiveDate": date(day), "frequency": .string(frequency)])
    }

    /// An expense as today's backend stores it; `budget` is the id it is linked to.
    public static func expense(
        _ id: String, _ name: String, _ amount: Document.Value, _ day: String, _ frequency: String = "monthly",
        owner: UserID, budget: String? = nil, made: String? = nil, isDeleted: Bool = false
    ) -> Document {
        var fields: [String: Document.Value] = [
            "amount": amount, "endDate": date(day), "frequency": .string(frequency),
        ]
        if let budget { fields["budgetId"] = .id(budget) }
        return record(id, name, owner, made ?? day, isDeleted, fields)
    }

    /// A budget for the month of `made`.
    public static func budget(
        _ id: String, _ name: String, _ amount: Document.Value, _ category: String, _ made: String,
        type: String = "personal", owner: UserID, isDeleted: Bool = false
    ) -> Document {
        record(
            id, name, owner, made, isDeleted,
            ["amount": amount, "category": .string(category), "type": .string(type), "frequency": .string("monthly")])
    }

    /// A debt; `payment` is capital and interest together.
    public static func debt(
        _ id: String, _ name: String, _ balance: Document.Value, capital: Int64, interest: Int64,
        due: Document.Value, rate: Double? = nil, extra: Int64 = 0, ratio: Double? = nil, owner: UserID
    ) -> Document {
        var fields: [String: Document.Value] = [
            "amount": balance, "monthlyPayment": .int(capital + interest), "AdHocPayment": .int(extra),
            "capitalRepayment": .int(capital), "interestRepayment": .int(interest), "payDueDate": due,
        ]
        if let rate { fields["userInterestRate"] = .double(rate) }
        if let ratio { fields["completionRatio"] = .double(ratio) }
        return record(id, name, owner, "2026-02-10T20:11:00.000Z", false, fields)
    }

    /// A saving goal whose dates are as given, BSON dates or text.
    public static func goal(
        _ id: String, _ name: String, target: Int64, monthly: Int64, saved: Int64, completion: Int64? = nil,
        from start: Document.Value, to end: Document.Value, isCompleted: Bool = false, owner: UserID
    ) -> Document {
        var fields: [String: Document.Value] = [
            "totalAmount": .int(target), "monthlyTarget": .int(monthly), "savedMoney": .int(saved), "date": start,
            "completeDate": end, "isCompleted": .bool(isCompleted),
        ]
        if let completion { fields["completionRation"] = .int(completion) }
        return record(id, name, owner, "2026-01-05T10:00:00.000Z", false, fields)
    }

    private static func record(
        _ id: String, _ name: String, _ owner: UserID, _ made: String, _ isDeleted: Bool,
        _ fields: [String: Document.Value]
    ) -> Document {
        var fields = fields
        fields["_id"] = .id(id)
        fields["name"] = .string(name)
        fields["userId"] = .id(owner.hex)
        fields["createdAt"] = date(made)
        // The main backend notes every change; nothing has changed since.
        fields["updatedAt"] = date(made)
        fields["isDeleted"] = .bool(isDeleted)
        return Document(fields)
    }
}
