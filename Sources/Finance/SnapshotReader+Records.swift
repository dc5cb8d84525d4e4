// One function a collection: which fields it has (contract 1.2 to 1.6), which of them it is nothing without.

extension SnapshotReader {
    mutating func incomes(_ documents: [Document]) -> [Income] {
        let records = read(documents, of: "incomes", owner: person.id) { fields -> Income? in
            guard let amount = fields.money("amount"), let day = fields.date("receiveDate") else { return nil }
            return Income(
                id: fields.id, name: fields.name(), amount: amount, receivedOn: day, frequency: fields.frequency(),
                createdAt: fields.createdAt)
        }
        return settle(records, of: "incomes")
    }

    /// Expenses with the category their budget names; `categories` is by budget id.
    mutating func expenses(_ documents: [Document], categories: [String: String]) -> [Expense] {
        let records = read(documents, of: "expenses", owner: person.id) { fields -> Expense? in
            guard let amount = fields.money("amount"), let day = fields.date("endDate") else { return nil }
            let budget = fields.reference("budgetId")
            return Expense(
                id: fields.id, name: fields.name(), amount: amount, fallsOn: day, frequency: fields.frequency(),
                category: budget.flatMap { categories[$0] }, budgetID: budget, createdAt: fields.createdAt)
        }
        return CategoryResolution.inherited(settle(records, of: "expenses"))
    }

    /// Budgets of one person; only household ones when they are the partner's.
    mutating func budgets(_ documents: [Document], owner: UserID) -> [Budget] {
        let isPartners = owner != person.id
        let collection = isPartners ? "partner budgets" : "budgets"
        let records = read(documents, of: collection, owner: owner) { fields -> Budget? in
            let kind: Budget.Kind = fields.text("type")?.lowercased() == "household" ? .household : .personal
            guard !isPartners || kind == .household else { return nil }
            guard let amount = fields.money("amount"), let day = fields.date("createdAt") else { return nil }
            return Budget(
                id: fields.id, name: fields.name(), amount: amount, category: fields.text("category") ?? "",
                kind: kind, createdAt: day, isPartners: isPartners)
        }
        return settle(records, of: collection)
    }

    mutating func debts(_ documents: [Document]) -> [Debt] {
        let records = read(documents, of: "debts", owner: person.id) { fields -> Debt? in
            guard let balance = fields.money("amount") else { return nil }
            let interest = fields.money(orNone: "interestRepayment")
            let (rate, source) = Self.rate(&fields, balance: balance, interest: interest)
            return Debt(
                id: fields.id, name: fields.name(), balance: balance,
                monthlyPayment: fields.money("monthlyPayment") ?? .zero,
                extraPayment: fields.money(orNone: "AdHocPayment") ?? .zero,
                capitalRepayment: fields.money(orNone: "capitalRepayment") ?? .zero,
                interestRepayment: interest ?? .zero, annualRate: rate, rateSource: source,
                paymentDueOn: fields.date("payDueDate"),
                completionRatio: fields.percent("completionRatio", in: 0...100))
        }
        return cut(Self.once(records, \.id), of: "debts")
    }

    mutating func goals(_ documents: [Document]) -> [SavingGoal] {
        let records = read(documents, of: "savinggoals", owner: person.id) { fields -> SavingGoal? in
            guard let target = fields.money("totalAmount") else { return nil }
            let saved = fields.money(orNone: "savedMoney") ?? .zero
            let share = max(0, min(100, saved.percent(of: target) ?? 0))
            return SavingGoal(
                id: fields.id, name: fields.name(), target: target,
                monthlyTarget: fields.money("monthlyTarget") ?? .zero, saved: saved, startsOn: fields.date("date"),
                completesOn: fields.date("completeDate"), isCompleted: fields.flag("isCompleted"),
                completion: fields.percent("completionRation", in: 0...100) ?? share)
        }
        return cut(Self.once(records, \.id), of: "savinggoals")
    }

    /// The rate the person typed, else twelve times the interest part of a payment over the balance, else none.
    private static func rate(
        _ fields: inout Fields, balance: Money, interest: Money?
    ) -> (Rate?, Debt.RateSource) {
        if let stated = fields.percent("userInterestRate", in: 0...10_000) { return (Rate(percent: stated), .stated) }
        guard let interest, interest >= .zero, balance > .zero else { return (nil, .unknown) }
        guard let share = interest.percent(of: balance), share * 12 <= 10_000 else { return (nil, .unknown) }
        return (Rate(percent: share * 12), .estimated)
    }

    /// By id, each id once; the order of made-at, since ids start with the time.
    private static func once<Record: Hashable>(_ records: [Record], _ id: (Record) -> String) -> [Record] {
        var seen: Set<String> = []
        return records.sorted { id($0) < id($1) }.filter { seen.insert(id($0)).inserted }
    }
}
