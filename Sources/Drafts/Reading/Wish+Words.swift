public import Finance

extension Wish {
    /// Reads a message in plain British English; nil when it does not ask for anything to be written.
    public init?(words message: String, on snapshot: Snapshot) {
        var words = SpokenWords(message)
        guard let purpose = Purpose(&words) else { return nil }
        let saysAmount = words.saysAmount
        if purpose == .addExpense, let saving = Self.savingGoal(words, snapshot) {
            self = saving
            return
        }
        self.init(purpose)
        switch purpose {
        case .addExpense, .addIncome: readPayment(&words, snapshot)
        case .addDebt, .addGoal, .addBudget: readPlan(&words, snapshot)
        case .set, .raise, .lower, .payIn, .payOff: readChange(&words, snapshot)
        }
        // "Set my budget" or "my rent is now £900" names nothing that could be set.
        if purpose == .set, records.isEmpty, amounts.isEmpty && rate == nil || words.holdsAny(of: ["now"]) {
            return nil
        }
        // "Put food on the table": no amount, and nothing of the person's own by name.
        if purpose.isChange, records.isEmpty, !saysAmount, rate == nil { return nil }
    }

    /// "Add 30 to the holiday fund" is a payment by its verb and saving by what it names: a goal of the person's own.
    private static func savingGoal(_ words: SpokenWords, _ snapshot: Snapshot) -> Wish? {
        guard words.holdsAny(of: Purpose.into) else { return nil }
        var (wish, words) = (Wish(.payIn), words)
        _ = SpokenDays(&words, today: snapshot.today)
        wish.readChange(&words, snapshot)
        let key = NameWords(wish.name ?? "")
        let isGoal = wish.records.contains { key.words.isSubset(of: NameWords($0.name(in: snapshot) ?? "").words) }
        return isGoal ? wish : nil
    }

    private mutating func readPayment(_ words: inout SpokenWords, _ snapshot: Snapshot) {
        let whole = words
        readDays(&words, snapshot)
        frequency = words.takeFrequency()
        let numbers = SpokenNumbers(&words)
        amounts = numbers.isUnclear ? [] : numbers.amounts
        if numbers.found.count > 1, !numbers.isUnclear {
            several = Self.payments(in: whole, at: numbers.found.map(\.place))
            if several != nil { return }
            // "£5 and £5 on tea and cake" may be £10.
            if numbers.found.count(where: { $0.amount.unit == .pounds }) > amounts.count { amounts = [] }
        }
        name = Self.name(words.pieces)
        guard purpose == .addExpense, let name else { return }
        categories = Self.categories(name, in: Month(containing: (days.first ?? snapshot.today).start), snapshot)
    }

    private mutating func readPlan(_ words: inout SpokenWords, _ snapshot: Snapshot) {
        readDays(&words, snapshot)
        let numbers = SpokenNumbers(&words)
        amounts = numbers.isUnclear ? [] : numbers.amounts(.main)
        let monthlies = numbers.amounts(.monthly)
        if purpose == .addBudget, amounts.isEmpty { amounts = monthlies }
        monthly = monthlies.count == 1 ? monthlies[0] : nil
        extra = numbers.amounts(.extra).first
        saved = numbers.amounts(.saved).first
        rate = numbers.rates.count == 1 ? numbers.rates[0] : nil
        if rate == nil, words.holdsAny(of: ["interest-free", "0%"]) { rate = Rate(basisPoints: 0) }
        name = Self.name(words.pieces)
        if purpose == .addBudget { categories = Self.categories(name ?? "", in: snapshot.month, snapshot) }
    }

    private mutating func readChange(_ words: inout SpokenWords, _ snapshot: Snapshot) {
        let numbers = SpokenNumbers(&words)
        let main = numbers.amounts.filter { !numbers.amounts(.old).contains($0) }
        amounts = numbers.isUnclear ? [] : main.isEmpty ? numbers.amounts : main
        rate = numbers.rates.count == 1 ? numbers.rates[0] : nil
        readPart(words)
        if part == .amount, main == numbers.amounts(.monthly), !main.isEmpty { part = .monthlyTarget }
        let phrase = words.pieces.flatMap(\.self).filter { !Self.changing.contains($0.lowercased()) }
        name = phrase.isEmpty ? nil : TypedText(phrase.joined(separator: " "), limit: 60).text
        if let name { records = candidates(name, snapshot) }
    }

    private mutating func readDays(_ words: inout SpokenWords, _ snapshot: Snapshot) {
        words.skipTimes()
        let spoken = SpokenDays(&words, today: snapshot.today, isComing: purpose == .addDebt || purpose == .addGoal)
        days = spoken.days
        isDayVague = spoken.isVague
    }

    private mutating func readPart(_ words: SpokenWords) {
        if rate != nil || words.holdsAny(of: ["rate", "apr"]) {
            part = .rate
        } else if words.holdsAny(of: ["payment", "instalment", "minimum"]) {
            part = .payment
        } else if words.holdsAny(of: ["monthly", "month"]) {
            part = .monthlyTarget
        } else if words.holdsAny(of: ["target"]) {
            part = .target
        }
    }

    /// Records the phrase may mean, among the kinds the purpose and the field allow.
    private func candidates(_ phrase: String, _ snapshot: Snapshot) -> [Reference] {
        let budgets = Array(snapshot.budgets(in: snapshot.month)).named(phrase, \.name)
        let debts = snapshot.debts.named(phrase, \.name).map { Reference(kind: .debt, id: $0.id) }
        let goals = snapshot.goals.named(phrase, \.name).map { Reference(kind: .goal, id: $0.id) }
        let own = budgets.map { Reference(kind: .budget, id: $0.id) }
        switch (purpose, part) {
        case (.payIn, _): return goals
        case (.payOff, _), (_, .rate), (_, .payment): return debts
        case (_, .monthlyTarget): return goals.isEmpty ? own : goals
        case (_, .target): return goals
        case (_, .amount):
            let plans = own + debts + (own.isEmpty && debts.isEmpty ? goals : [])
            return plans.isEmpty && purpose == .set ? payments(phrase, snapshot) : plans
        }
    }

    /// The month's payments and receipts of that name, the latest first.
    private func payments(_ phrase: String, _ snapshot: Snapshot) -> [Reference] {
        let paid = Array(snapshot.expenses(in: snapshot.month)).named(phrase, \.name)
        let received = Array(snapshot.incomes(in: snapshot.month)).named(phrase, \.name)
        return paid.reversed().map { Reference(kind: .expense, id: $0.id) }
            + received.reversed().map { Reference(kind: .income, id: $0.id) }
    }

    /// The words that change a record and are no part of its name.
    private static let changing: Set<String> = [
        "set", "change", "update", "make", "raise", "increase", "up", "lower", "reduce", "cut", "decrease", "drop",
        "to",
        "by", "at", "is", "now", "put", "saved", "save", "transferred", "transfer", "moved", "move", "into", "in",
        "towards", "toward", "paid", "pay", "add", "added", "off", "of", "from", "i", "i've", "ive", "just", "my",
        "the", "our",
        "limit", "balance",
        "rate", "apr", "payment", "instalment", "minimum", "monthly", "month", "target", "a", "this", "for", "today",
        "another", "more",
    ]
}
