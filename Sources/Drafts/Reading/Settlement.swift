public import Finance

/// What a wish comes to.
public enum Settlement: Sendable, Hashable {
    /// Everything is clear and checked: show it as a proposal.
    case draft(Draft)
    /// Something is missing or could mean two things: ask.
    case question(Question)
    /// It cannot be written, and asking would not help: say why.
    case refused(DraftFaults)
}

extension Wish {
    /// How many days back a payment may lie before the day is asked about, and how far ahead.
    static let daysBack = 90
    static let daysAhead = 366
    /// The answer for "none of these categories".
    static let noCategory = "none"

    /// Settles every open choice or asks about the first that is open.
    public func settled(on snapshot: Snapshot, for shape: BackendShape) -> Settlement {
        switch purpose {
        case .addExpense, .addIncome: payment(snapshot, shape)
        case .addBudget: budget(snapshot, shape)
        case .addDebt: debt(snapshot, shape)
        case .addGoal: goal(snapshot, shape)
        case .set, .raise, .lower, .payIn, .payOff: change(snapshot, shape)
        }
    }

    private func payment(_ snapshot: Snapshot, _ shape: BackendShape) -> Settlement {
        let isExpense = purpose == .addExpense
        if let question = amountQuestion ?? dayQuestion(snapshot.today) { return .question(question) }
        guard let name = name ?? (isExpense ? nil : "Income") else {
            return .question(Question(.name, "What was it for?", of: self))
        }
        let day = days.first ?? snapshot.today
        guard isExpense else {
            let fields = IncomeFields(name: name, amount: amounts.first, receivedOn: day, frequency: frequency ?? .once)
            return draft(.create, .income(fields), snapshot, shape)
        }
        if shape == .current, categories.count > 1 { return .question(categoryQuestion(name)) }
        let fields = ExpenseFields(
            name: name, amount: amounts.first, fallsOn: day, frequency: frequency ?? .once, category: categories.first)
        return draft(.create, .expense(fields), snapshot, shape)
    }

    private func budget(_ snapshot: Snapshot, _ shape: BackendShape) -> Settlement {
        if let amountQuestion { return .question(amountQuestion) }
        guard let name else { return .question(Question(.name, "What is the budget for?", of: self)) }
        guard categories.count == 1 else {
            var asking = self
            asking.categories = BudgetFields.categories(in: snapshot)
            return .question(asking.categoryQuestion(name, isRequired: true))
        }
        let fields = BudgetFields(
            name: name, amount: amounts.first, category: categories[0].name, kind: categories[0].kind,
            frequency: .monthly)
        return draft(.create, .budget(fields), snapshot, shape)
    }

    private func debt(_ snapshot: Snapshot, _ shape: BackendShape) -> Settlement {
        if let amountQuestion { return .question(amountQuestion) }
        guard let name else { return .question(Question(.name, "Who is the debt owed to?", of: self)) }
        let called = String.quoted(name)
        guard let rate else {
            return .question(Question(.rate, "What is the yearly interest rate of \(called), in per cent?", of: self))
        }
        guard let monthly else {
            return .question(Question(.payment, "How much is paid to \(called) each month?", of: self))
        }
        guard days.count == 1, !isDayVague else {
            let text = "When is the next payment to \(called) due?"
            return .question(Question(.day, text, days.map(Self.option), of: self))
        }
        let fields = DebtFields(
            name: name, balance: amounts.first, monthlyPayment: monthly, extraPayment: extra ?? .zero, rate: rate,
            paymentDueOn: days.first)
        return draft(.create, .debt(fields), snapshot, shape)
    }

    private func goal(_ snapshot: Snapshot, _ shape: BackendShape) -> Settlement {
        if let amountQuestion { return .question(amountQuestion) }
        guard let name else { return .question(Question(.name, "What is the goal called?", of: self)) }
        guard let monthly else {
            return .question(Question(.monthlyTarget, "How much will you put by for it each month?", of: self))
        }
        let fields = GoalFields(
            name: name, target: amounts.first, monthlyTarget: monthly, saved: saved ?? .zero,
            startsOn: snapshot.today)
        return draft(.create, .goal(fields), snapshot, shape)
    }

    func draft(_ act: Draft.Act, _ fields: DraftFields, _ snapshot: Snapshot, _ shape: BackendShape) -> Settlement {
        do {
            return .draft(try Draft(act, fields, on: snapshot, for: shape))
        } catch {
            return .refused(error)
        }
    }
}

extension BudgetFields {
    /// The categories a budget can be put in: the app's own three, then those of the month's budgets.
    static func categories(in snapshot: Snapshot) -> [CategoryTag] {
        let own = snapshot.budgets(in: snapshot.month).filter { !$0.category.isEmpty }.map { CategoryTag($0) }
        let apps = [KnownCosts.needs, KnownCosts.wants, KnownCosts.savings].map {
            CategoryTag(name: $0, kind: .personal)
        }
        return (apps + own).uniqued()
    }
}
