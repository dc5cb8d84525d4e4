import Finance

extension Wish {
    /// Longest name that is taken from a message, in letters.
    static let longestName = 60

    /// What is left of a message once verbs, amounts and days are taken out, without glue at either end; nil when that
    /// is no name.
    static func name(_ left: [String]) -> String? {
        var words = left[...]
        while let first = words.first, leading.contains(first.lowercased().replacing("’", with: "'")) {
            words.removeFirst()
        }
        while let last = words.last, trailing.contains(last.lowercased()) { words.removeLast() }
        let text = TypedText(words.joined(separator: " "), limit: longestName).text
        return text.utf16.count >= FieldChecks.shortestName ? text.capitalisedFirst : nil
    }

    /// Categories of the person's own budgets of a month that share the name; a budget of exactly that name wins.
    static func categories(_ name: String, in month: Month, _ snapshot: Snapshot) -> [CategoryTag] {
        Array(snapshot.budgets(in: month)).filter { !$0.category.isEmpty }.named(name, \.name)
            .map { CategoryTag($0) }.uniqued()
    }

    private static let glue: Set<String> = [
        "on", "for", "at", "to", "in", "of", "with", "from", "and", "a", "an", "the", "my", "our", "some", "me", "i",
        "was", "is", "it", "that", "this", "by", "-", "–", "=", "&",
    ]
    private static let trailing = glue.union([
        "cost", "costs", "came", "arrived", "landed", "please", "interest", "apr", "thanks",
    ])
    private static let leading = glue.union([
        "i've", "we", "we've", "i'm", "ive", "spent", "paid", "pay", "bought", "cost", "got", "get", "received",
        "earned",
        "add", "log", "record", "enter", "note", "new", "create", "start", "expense", "expenses", "income", "budget",
        "debt", "goal", "saving", "savings", "owe", "been", "just", "about", "around", "blew", "as", "have", "had",
        "apr",
        "interest", "line", "due", "min", "minimum",
    ])
}
