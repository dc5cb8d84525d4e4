import Finance

extension Wish {
    /// Longest name that is taken from a message, in letters.
    static let longestName = 60

    /// What is left of a message once verbs, amounts and days are taken out, without glue around it; nil when that is no
    /// name. `left` is in pieces: a piece ends where something was taken out.
    static func name(_ left: [[String]]) -> String? {
        let pieces = left.map { piece in
            var piece = piece[...]
            while let last = piece.last, trailing.contains(last.lowercased()) { piece.removeLast() }
            return Array(piece)
        }
        var words = pieces.flatMap(\.self)[...]
        while let first = words.first, leading.contains(first.lowercased().replacing("’", with: "'")) {
            words.removeFirst()
        }
        let text = TypedText(words.joined(separator: " "), limit: longestName).text
        return text.utf16.count >= FieldChecks.shortestName ? text.capitalisedFirst : nil
    }

    /// Categories of the person's own budgets of a month that share the name; a budget of exactly that name wins.
    static func categories(_ name: String, in month: Month, _ snapshot: Snapshot) -> [CategoryTag] {
        Array(snapshot.budgets(in: month)).filter { !$0.category.isEmpty }.named(name, \.name)
            .map { CategoryTag($0) }.uniqued()
    }

    private static let glue: Set<String> = [
        "on", "for", "at", "to", "in", "of", "with", "from", "and", "or", "a", "an", "the", "my", "our", "some", "me",
        "i",
        "was", "is", "it", "that", "this", "by", "-", "–", "=", "&",
    ]
    private static let trailing = glue.union([
        "cost", "costs", "came", "arrived", "landed", "please", "interest", "apr", "thanks", "due",
    ])
    private static let leading = glue.union([
        "i've", "we", "we've", "i'm", "ive", "spent", "paid", "pay", "bought", "cost", "got", "get", "received",
        "earned",
        "add", "log", "record", "enter", "note", "new", "create", "start", "expense", "expenses", "income", "budget",
        "debt", "goal", "saving", "savings", "owe", "been", "just", "about", "around", "blew", "as", "have", "had",
        "apr",
        "interest", "line", "save", "set", "last", "due", "min", "minimum",
    ])
}
