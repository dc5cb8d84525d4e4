import Finance
import FoundationEssentials

extension FakeShelf {
    /// Makes a record. A refusal may come after something was stored: the budget of an expense is made second.
    mutating func create(
        _ kind: FakeKind, _ sent: [String: Document.Value], owner: String, at now: Date
    ) throws(FakeRefusal) -> Document {
        let faults = FakeRules.faults(kind, sent, isChange: false)
        if !faults.isEmpty { throw .invalid(faults) }
        var body = kind == .goals ? try newGoal(sent) : sent
        try keepDay(kind, &body)
        body["userId"] = .id(owner)
        var document = try insert(kind, body, at: now)
        if kind == .expenses, shape == .current, let type = sent["type"]?.text, let category = sent["category"]?.text,
            !type.isEmpty, !category.isEmpty
        {
            document.fields["budgetId"] = try insertBudget(of: document, type, category, at: now)["_id"]
            put(.expenses, document)
        }
        return document
    }

    /// What the running repetition of an expense's budget is called.
    static func budgetFrequency(_ expense: String?) -> String { expense == "on-off" ? "on-off" : "monthly" }

    /// The current backend keeps the calendar day of the one date a client sends with a new record.
    private func keepDay(_ kind: FakeKind, _ body: inout [String: Document.Value]) throws(FakeRefusal) {
        let keys: [FakeKind: String] = [.incomes: "receiveDate", .expenses: "endDate", .debts: "payDueDate"]
        guard shape == .current, let key = keys[kind] else { return }
        guard let date = Date.reading(text: body[key]?.text ?? "") else { throw .impossibleDate }
        body[key] = .date(Day(date).start)
    }

    private mutating func insert(
        _ kind: FakeKind, _ body: [String: Document.Value], at now: Date
    ) throws(FakeRefusal) -> Document {
        var document = Document(try fields(kind, body))
        document.fields["_id"] = newID(at: now)
        // Both may be supplied, and of a new budget they are: its month is the month of its creation.
        for key in ["createdAt", "updatedAt"] {
            document.fields[key] = .date(Date.reading(body[key]) ?? now.stored ?? now)
        }
        document.fields["__v"] = .int(0)
        put(kind, document)
        return document
    }

    private mutating func insertBudget(
        of expense: Document, _ type: String, _ category: String, at now: Date
    ) throws(FakeRefusal) -> Document {
        var body = expense.fields.filter { ["name", "amount", "userId"].contains($0.key) }
        body["type"] = .string(type)
        body["category"] = .string(category)
        body["frequency"] = .string(Self.budgetFrequency(expense.text("frequency")))
        body["expensesId"] = expense["_id"]
        body["createdAt"] = expense["endDate"]
        body["updatedAt"] = expense["endDate"]
        return try insert(.budgets, body, at: now)
    }

    /// A goal is made of the named keys alone, with a finish worked out from them.
    private func newGoal(_ sent: [String: Document.Value]) throws(FakeRefusal) -> [String: Document.Value] {
        guard var start = Date.reading(text: sent["date"]?.text ?? "") else { throw .impossibleDate }
        if shape == .current { start = Day(start).start }
        let target = sent["totalAmount"]?.number ?? 0
        // What is not a number makes the finish none, and a finish that is no date is refused.
        let saved = shape == .current ? sent["savedMoney"]?.number ?? .nan : 0
        let end = try Self.finish(from: start, amount: target - saved, by: sent["monthlyTarget"]?.number ?? 0)
        var body = sent.filter { ["name", "totalAmount", "monthlyTarget"].contains($0.key) }
        body["date"] = goalDate(start)
        body["completeDate"] = goalDate(end)
        body["savedMoney"] = .number(saved)
        return body.merging(completion(saved: saved, of: target)) { _, new in new }
    }
}

extension FakeShelf {
    /// The older backend keeps a goal's dates as text.
    func goalDate(_ date: Date) -> Document.Value { shape == .older ? .string(date.scriptText) : .date(date) }

    static func finish(from start: Date, amount: Double, by monthly: Double) throws(FakeRefusal) -> Date {
        let months = (amount / monthly).rounded(.up)
        guard months.isFinite, let end = start.runningOver(months: months) else { throw .impossibleDate }
        return end
    }

    /// How far a goal is, under the misspelt name.
    func completion(saved: Double, of target: Double) -> [String: Document.Value] {
        let share = target > 0 ? min(100, saved / target * 100) : 0
        let isDone = saved >= target && (shape == .older || target > 0)
        return ["completionRation": .number(share), "isCompleted": .bool(isDone)]
    }
}

extension FakeRefusal {
    /// What a script says of a date that is none.
    static let impossibleDate = FakeRefusal(400, "Invalid time value")
}
