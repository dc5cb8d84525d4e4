/// Finds which of a person's own records a question names.
enum CoachSubject {
    /// Words that are too common to name anything.
    private static let common: Set = [
        "the", "and", "for", "with", "from", "much", "many", "what", "when", "have", "does", "this", "that", "month",
        "money", "spend", "spent", "left", "pay", "paid", "card", "loan", "fund", "bill", "bills", "debt", "debts",
        "goal", "goals", "budget", "budgets", "saving", "savings", "income", "account", "transfer", "new", "last",
    ]

    /// The name whose words the question holds: all of them, or at least one that is not common. The longest match wins.
    static func find<Item>(in items: [Item], named name: (Item) -> String, _ question: CoachQuestion) -> Item? {
        var best: (item: Item, score: Int)?
        for item in items {
            let score = score(CoachQuestion.words(of: name(item)), question)
            if score > best?.score ?? 0 { best = (item, score) }
        }
        return best?.item
    }

    /// Letters matched, doubled for a whole name of several words; 0 when the name is not meant.
    private static func score(_ name: [String], _ question: CoachQuestion) -> Int {
        guard !name.isEmpty else { return 0 }
        let matched = name.filter { word in word.count > 2 && question.words.contains { isSame($0, word) } }
        let letters = matched.reduce(0) { $0 + $1.count }
        if matched.count == name.count, name.count > 1 { return 2 * letters }
        return matched.contains { !common.contains($0) } ? letters : 0
    }

    /// The same word, give or take a slip or a plural.
    private static func isSame(_ typed: String, _ word: String) -> Bool {
        CoachSpelling.matches(typed, word) || typed + "s" == word || typed == word + "s"
    }

    /// What stands after "on", "for" or "at": the thing asked about, in the person's own words.
    static func object(of question: CoachQuestion) -> String? {
        guard let place = question.words.lastIndex(where: { ["on", "for", "at"].contains($0) }) else { return nil }
        let ends: Set = ["this", "last", "in", "so", "since", "during", "each", "per", "every", "a", "month", "today"]
        let words = question.words[(place + 1)...].drop { ["my", "the", "our"].contains($0) }.prefix {
            !ends.contains($0)
        }
        return words.isEmpty ? nil : words.prefix(6).joined(separator: " ")
    }
}
