/// The words of a typed name, for telling whether two records are about the same thing. Whole words only: "pineapple"
/// is not "apple". A plus sign is a word, as in "Disney+".
struct NameWords: Sendable, Hashable {
    /// Lower-case words in the order typed.
    let all: [String]
    /// The words that tell one thing from another; all of them when none is left.
    let telling: Set<String>

    init(_ name: String) {
        let spaced = name.lowercased().map { $0 == "+" ? " plus " : $0 == "'" || $0 == "’" ? "" : String($0) }
        all = spaced.joined().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let kept = all.filter { !Self.filler.contains($0) && !Self.isReference($0) }
        telling = Set(kept.isEmpty ? all : kept)
    }

    /// Words that say how something is paid, by whom it is billed or in which month, and not what it is.
    private static let filler: Set<String> = [
        "payment", "payments", "repayment", "repayments", "instalment", "instalments", "subscription", "sub",
        "membership", "bill", "fee", "fees", "monthly", "weekly", "yearly", "annual", "direct", "debit", "dd", "ref",
        "min", "minimum", "ltd", "limited", "plc", "uk", "com", "co", "www", "the", "my", "for", "from", "to", "of",
        "off", "plan", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    /// One text for every way of typing the same name: the telling words in alphabetical order.
    var key: String { telling.sorted().joined(separator: " ") }

    /// Whether all telling words of the shorter name are in the longer one.
    func matches(_ other: NameWords) -> Bool {
        guard !telling.isEmpty, !other.telling.isEmpty else { return false }
        return telling.isSubset(of: other.telling) || other.telling.isSubset(of: telling)
    }

    /// Whether these words stand in it, one after the other.
    func contains(_ phrase: [String]) -> Bool {
        guard let first = phrase.first, phrase.count <= all.count else { return false }
        return all.indices.dropLast(phrase.count - 1).contains { start in
            all[start] == first && Array(all[start..<start + phrase.count]) == phrase
        }
    }

    /// A number, or digits and letters mixed as in a bank's reference; "o2" and "4k" are short enough to be names.
    private static func isReference(_ word: String) -> Bool {
        word.allSatisfy(\.isNumber) || word.count >= 5 && word.contains(where: \.isNumber)
    }
}
