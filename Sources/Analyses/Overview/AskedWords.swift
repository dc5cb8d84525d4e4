/// The words of a question or a name, made alike so that they can be compared: lower case, apostrophes closed up,
/// plurals as singulars.
struct AskedWords: Sendable, Hashable {
    /// Longest text and most words that are looked at.
    static let most = (characters: 400, words: 60)

    /// As typed, in lower case.
    let typed: [String]
    /// Each in its singular.
    let keys: [String]

    init(_ text: some StringProtocol) {
        let closed = text.prefix(Self.most.characters).lowercased().filter { !"'’‘`".contains($0) }
        self.init(closed.split { !($0.isLetter || $0.isNumber || $0 == "-") }.prefix(Self.most.words).map(String.init))
    }

    init(_ words: [String]) {
        typed = words
        keys = words.map(Self.singular)
    }

    /// Where a phrase begins, letter by letter.
    func place(of phrase: [String]) -> Int? {
        guard !phrase.isEmpty, phrase.count <= typed.count else { return nil }
        return (0...typed.count - phrase.count).first { Array(typed[$0..<$0 + phrase.count]) == phrase }
    }

    /// Whether it holds a phrase.
    func says(_ phrase: String) -> Bool { place(of: phrase.split(separator: " ").map(String.init)) != nil }

    /// `groceries` and `grocery`, `bills` and `bill` are one word; `gas` and `dress` stay as they are.
    private static func singular(_ word: String) -> String {
        if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        let isPlural = word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
        return isPlural ? String(word.dropLast()) : word
    }

    /// Whether a word is another one give or take a slip: one from five letters on, two from eight, the first letter
    /// right.
    static func isSlip(_ typed: String, of known: String) -> Bool {
        let slips = known.count >= 8 ? 2 : known.count >= 5 ? 1 : 0
        guard slips > 0, typed.first == known.first, abs(typed.count - known.count) <= slips, typed.count <= 24 else {
            return false
        }
        return distance(Array(typed), Array(known)) <= slips
    }

    /// Letters to add, drop or change to get from one word to the other; two that are swapped count as one change.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var older: [Int] = []
        var above = Array(0...other.count)
        for (i, letter) in one.enumerated() {
            var row = [i + 1]
            for (j, wanted) in other.enumerated() {
                var best = min(above[j] + (letter == wanted ? 0 : 1), above[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, letter == other[j - 1], one[i - 1] == wanted { best = min(best, older[j - 1] + 1) }
                row.append(best)
            }
            (older, above) = (above, row)
        }
        return above[other.count]
    }
}
