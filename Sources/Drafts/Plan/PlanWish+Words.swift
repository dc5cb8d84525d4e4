public import Finance

extension PlanWish {
    /// Reads a message in plain British English; nil when it asks for no plan.
    public init?(words message: String, on snapshot: Snapshot) {
        let words = SpokenWords(message)
        if Self.undoes(words.keys) {
            self = .undo
        } else if Self.drafts(words.keys) {
            self = .draft
        } else if Self.moves(words), let event = Self.event(words, message, snapshot) {
            self = event
        } else {
            return nil
        }
    }

    /// The whole message says it: "undo", "please undo the last change", "put it back".
    private static func undoes(_ keys: [String]) -> Bool {
        let telling = keys.filter { !polite.contains($0) }
        return [
            ["undo"], ["undo", "that"], ["undo", "it"], ["undo", "the", "last", "change"], ["undo", "last", "change"],
            ["undo", "this"], ["take", "it", "back"], ["take", "that", "back"], ["put", "it", "back"],
            ["change", "it", "back"],
        ].contains(telling)
    }

    /// A verb of planning and budgets, and nothing that names one of them: "can you plan my budgets for this month?".
    private static func drafts(_ keys: [String]) -> Bool {
        let isForMe = keys.contains("me") && keys.contains { ["make", "build", "create", "give"].contains($0) }
        let plans = isForMe || keys.contains { ["draft", "plan", "suggest", "propose"].contains($0) }
        let isAboutBudgets = keys.contains { ["budget", "budgets"].contains($0) }
        return plans && isAboutBudgets && keys.allSatisfy(draftWords.contains)
    }

    /// "Rebalance", or money that comes from the other budgets or goes to them.
    private static func moves(_ words: SpokenWords) -> Bool {
        if words.holdsAny(of: ["rebalance", "re-balance", "rebalancing"]) { return true }
        let others = [["the", "others"], ["the", "other", "budgets"], ["my", "other", "budgets"], ["the", "rest"]]
        return others.contains { other in
            ["from", "over", "between", "among", "across"].contains { words.holds([$0] + other) }
        }
    }

    /// A budget with an amount is edited, a budget alone is overspent, an amount alone is free.
    private static func event(_ words: SpokenWords, _ message: String, _ snapshot: Snapshot) -> PlanWish? {
        var words = words
        let numbers = SpokenNumbers(&words)
        guard !numbers.isUnclear, numbers.amounts.count <= 1 else { return nil }
        let said = NameWords(message).words
        let named = BudgetLine.all(in: snapshot).filter { NameWords($0.name).words.isSubset(of: said) }
        guard named.count <= 1 else { return nil }
        switch (named.first, numbers.amounts.first) {
        case (let line?, let amount?): return .rebalance(.edited(id: line.id, to: amount))
        case (let line?, nil): return .rebalance(.overspent(id: line.id))
        case (nil, let amount?) where words.holdsAny(of: ["share", "spread", "split", "distribute"]):
            return .shareOut(amount)
        default: return nil
        }
    }

    private static let polite: Set<String> = ["please", "thanks", "can", "could", "you", "ok", "okay", "no", "oh"]
    private static let draftWords: Set<String> = polite.union([
        "a", "all", "and", "based", "budget", "budgets", "build", "costs", "create", "draft", "fixed", "for", "from",
        "full", "give", "goals", "help", "i", "income", "like", "make", "me", "month", "month's", "monthly", "my",
        "new", "numbers", "of", "on", "out", "plan", "propose", "real", "some", "spending", "suggest", "the", "this",
        "to", "up", "us", "want", "whole", "with", "would", "your",
    ])
}
