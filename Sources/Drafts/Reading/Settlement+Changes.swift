import Finance

extension Wish {
    /// A change of one record of the person's own.
    func change(_ snapshot: Snapshot, _ shape: BackendShape) -> Settlement {
        if part != .rate, let amountQuestion { return .question(amountQuestion) }
        if part == .rate, rate == nil {
            return .question(Question(.rate, "What is the yearly rate, in per cent?", of: self))
        }
        guard records.count == 1 else {
            let all = reachable(snapshot)
            guard !all.isEmpty else { return .refused(DraftFaults(faults: [nothingToChange])) }
            return .question(recordQuestion(snapshot, among: all))
        }
        guard let fields = fields(for: records[0]) else { return .refused(DraftFaults(faults: [nothingToChange])) }
        return draft(.change(id: records[0].id), fields, snapshot, shape)
    }

    /// The field that is sent, or nil for one such a record does not have.
    private func fields(for record: Reference) -> DraftFields? {
        let amount = amounts.first
        switch (record.kind, purpose, part) {
        case (.goal, .payIn, _), (.goal, .raise, .amount): return .goal(GoalFields(adding: amount))
        case (.goal, .set, .amount): return .goal(GoalFields(saved: amount))
        case (.goal, .set, .monthlyTarget): return .goal(GoalFields(monthlyTarget: amount))
        case (.goal, .set, .target): return .goal(GoalFields(target: amount))
        case (.debt, .payOff, _), (.debt, .lower, .amount): return .debt(DebtFields(lowering: amount))
        case (.debt, .set, .amount): return .debt(DebtFields(balance: amount))
        case (.debt, .set, .payment): return .debt(DebtFields(monthlyPayment: amount))
        case (.debt, .set, .rate): return .debt(DebtFields(rate: rate))
        case (.budget, .set, _): return .budget(BudgetFields(amount: amount))
        case (.budget, .raise, _): return .budget(BudgetFields(raising: amount))
        case (.budget, .lower, _): return .budget(BudgetFields(raising: amount.map { -$0 }))
        case (.expense, .set, .amount): return .expense(ExpenseFields(amount: amount))
        case (.income, .set, .amount): return .income(IncomeFields(amount: amount))
        default: return nil
        }
    }

    /// Every record such a change could be about.
    private func reachable(_ snapshot: Snapshot) -> [Reference] {
        let budgets = snapshot.budgets(in: snapshot.month).map { Reference(kind: .budget, id: $0.id) }
        let debts = snapshot.debts.map { Reference(kind: .debt, id: $0.id) }
        let goals = snapshot.goals.map { Reference(kind: .goal, id: $0.id) }
        return (budgets + debts + goals).filter { fields(for: $0) != nil }
    }

    private var nothingToChange: DraftFault {
        DraftFault(.record, "There is no budget, debt or saving goal of yours that this could change.")
    }
}
