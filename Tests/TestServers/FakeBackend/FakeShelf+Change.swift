import Finance
import FoundationEssentials

extension FakeShelf {
    /// Changes a record, whoever's it is.
    mutating func change(
        _ kind: FakeKind, _ id: String, _ sent: [String: Document.Value], at now: Date
    ) throws(FakeRefusal) -> Document {
        let faults = FakeRules.faults(kind, sent, isChange: true)
        if !faults.isEmpty { throw .invalid(faults) }
        var document = try find(kind, id)
        let changes = try changes(kind, kind == .goals ? try changedGoal(document, sent) : sent)
        document.fields.merge(changes) { _, new in new }
        document.fields["updatedAt"] = .date(now.stored ?? now)
        switch kind {
        case .goals:
            let (saved, target) = (document.number("savedMoney") ?? 0, document.number("totalAmount") ?? 0)
            document.fields.merge(completion(saved: saved, of: target)) { _, new in new }
        case .debts where shape == .current: document.fields["completionRatio"] = Self.ratio(of: document)
        case .expenses where shape == .current: changeBudget(of: document, sent, at: now)
        case .incomes, .expenses, .budgets, .debts: break
        }
        put(kind, document)
        return document
    }

    /// A new target, pace or start moves the finish; what is saved by then is forgotten.
    private func changedGoal(
        _ document: Document, _ sent: [String: Document.Value]
    ) throws(FakeRefusal) -> [String: Document.Value] {
        guard sent["totalAmount"] != nil || sent["monthlyTarget"] != nil || sent["date"] != nil else { return sent }
        guard let start = Date.reading(sent["date"] ?? document["date"]) else { throw .impossibleDate }
        let target = sent["totalAmount"]?.number ?? document.number("totalAmount") ?? 0
        let monthly = sent["monthlyTarget"]?.number ?? document.number("monthlyTarget") ?? 0
        var body = sent
        body["completeDate"] = goalDate(try Self.finish(from: start, amount: target, by: monthly))
        if sent["date"] != nil { body["date"] = goalDate(start) }
        return body
    }

    /// One month's payment as a percentage of the balance.
    private static func ratio(of debt: Document) -> Document.Value {
        let parts = ["capitalRepayment", "interestRepayment", "AdHocPayment"].map { debt.number($0) ?? 0 }
        let balance = debt.number("amount") ?? 0
        return .number(balance > 0 ? min(100, parts.reduce(0, +) / balance * 100) : 0)
    }

    /// The linked budget follows only when all four are sent.
    private mutating func changeBudget(of expense: Document, _ sent: [String: Document.Value], at now: Date) {
        guard let type = sent["type"], let category = sent["category"], let amount = sent["amount"],
            let frequency = sent["frequency"], case .id(let id)? = expense["budgetId"],
            var budget = try? find(.budgets, id)
        else { return }
        budget.fields["type"] = type
        budget.fields["category"] = category
        budget.fields["amount"] = amount
        budget.fields["frequency"] = .string(Self.budgetFrequency(frequency.text))
        budget.fields["updatedAt"] = .date(now.stored ?? now)
        put(.budgets, budget)
    }
}
