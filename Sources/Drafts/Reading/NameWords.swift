import Finance

/// The words of a name for finding what a person means: lower case, whole words, without articles.
struct NameWords: Hashable {
    let words: Set<String>

    init(_ name: String) {
        let spaced = name.lowercased().filter { $0 != "'" && $0 != "’" }
        let all = spaced.split { !$0.isLetter && !$0.isNumber }.map { Self.singular(String($0)) }
        let telling = all.filter { !Self.filler.contains($0) }
        words = Set(telling.isEmpty ? all : telling)
    }

    /// Whether all words of the shorter name are in the longer one.
    func isSame(as other: NameWords) -> Bool {
        guard !words.isEmpty, !other.words.isEmpty else { return false }
        return words.isSubset(of: other.words) || other.words.isSubset(of: words)
    }

    private static let filler: Set<String> = [
        "a", "an", "the", "my", "our", "your", "some", "of", "for", "on", "at", "to", "in", "into", "and", "budget",
        "goal", "debt", "payment", "monthly", "this", "month", "saving", "line",
    ]

    /// `groceries` and `grocery`, `holidays` and `holiday` are one word; `gas` and `dress` stay as they are.
    private static func singular(_ word: String) -> String {
        if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        let isPlural = word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
        return isPlural ? String(word.dropLast()) : word
    }
}

extension Sequence {
    /// Those whose name is meant: the exact name wins over names that only share words.
    func named(_ phrase: String, _ name: (Element) -> String) -> [Element] {
        let key = NameWords(phrase)
        let like = filter { key.isSame(as: NameWords(name($0))) }
        let exact = like.filter { NameWords(name($0)).words == key.words }
        return exact.isEmpty ? like : exact
    }
}
