/// A question as words that can be recognised in spite of how they are typed: lower case, apostrophes closed up, common
/// slips set right, letters typed three times or more brought back to two.
struct SpokenWords: Sendable, Hashable {
    /// Most words that are looked at.
    static let limit = 600

    let words: [String]

    init(_ text: String) {
        words = Self.split(text.prefix(6_000)).prefix(Self.limit).map(Self.plain)
    }

    private static func split(_ text: Substring) -> [String] {
        let closed = text.lowercased().filter { !"'’‘`´".contains($0) }
        return closed.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    private static func plain(_ word: String) -> String {
        var kept = ""
        for letter in word.prefix(24) where !(kept.suffix(2).allSatisfy { $0 == letter } && kept.count > 1) {
            kept.append(letter)
        }
        return slips[kept] ?? kept
    }

    /// Short words have no letters to spare, so their slips and synonyms are listed.
    private static let slips = [
        "cannot": "cant", "carnt": "cant", "cnat": "cant", "cnt": "cant", "couldnt": "cant", "cudnt": "cant",
        "cldnt": "cant", "rnet": "rent", "retn": "rent", "kil": "kill", "pya": "pay", "loen": "loan", "lone": "loan",
        "dept": "debt", "depts": "debt", "debts": "debt", "fud": "food", "billz": "bills", "gaz": "gas", "mi": "my",
        "payed": "paid", "tac": "tax", "havnt": "havent", "dyed": "died", "dont": "dont", "wanna": "want", "im": "im",
        "lonely": "lonely",
    ]

    /// Whether a typed word is meant to be a known one: one slip from five letters on, two from eight, and the first
    /// letter right, so that "balif" is a bailiff and "having" is not "saving".
    static func matches(_ typed: String, _ known: String) -> Bool {
        if typed == known { return true }
        let slips = known.count >= 8 ? 2 : known.count >= 5 ? 1 : 0
        guard slips > 0, typed.count >= 4, typed.first == known.first, abs(typed.count - known.count) <= slips else {
            return false
        }
        return distance(Array(typed.unicodeScalars), Array(known.unicodeScalars)) <= slips
    }

    /// Letters to add, drop, change or swap with their neighbour.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var older: [Int] = []
        var above = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                var best = min(above[j] + (one[i] == other[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { best = min(best, older[j - 1] + 1) }
                row.append(best)
            }
            older = above
            above = row
        }
        return above[other.count]
    }
}

/// A turn of phrase: words in order, `a|b` for either, `…` for up to four words between, `?` behind a word that may be
/// missing, `=` before a word that allows no slip, since another word is one letter away (cancer, cancel).
struct SpokenPhrase: Sendable, Hashable {
    private struct Step: Sendable, Hashable {
        var choices: [String]
        var gap: Int
        var isOptional: Bool
    }

    private let steps: [Step]

    init(_ pattern: String) {
        var steps: [Step] = []
        var gap = 0
        for part in pattern.split(separator: " ") {
            if part == "…" {
                gap = 4
                continue
            }
            let isOptional = part.hasSuffix("?")
            let choices = (isOptional ? part.dropLast() : part).split(separator: "|").map(String.init)
            steps.append(Step(choices: choices, gap: gap, isOptional: isOptional))
            gap = 0
        }
        self.steps = steps
    }

    /// Whether the words hold the phrase anywhere.
    func isIn(_ spoken: SpokenWords) -> Bool {
        spoken.words.indices.contains { matches(spoken.words, from: $0, steps[...]) }
    }

    private static func isMeant(_ word: String, by choice: String) -> Bool {
        choice.first == "=" ? choice.dropFirst() == word : SpokenWords.matches(word, choice)
    }

    private func matches(_ words: [String], from start: Int, _ rest: ArraySlice<Step>) -> Bool {
        guard let step = rest.first else { return true }
        if step.isOptional, matches(words, from: start, rest.dropFirst()) { return true }
        let last = min(start + step.gap, words.count - 1)
        guard start <= last else { return false }
        return (start...last).contains { index in
            step.choices.contains { Self.isMeant(words[index], by: $0) }
                && matches(words, from: index + 1, rest.dropFirst())
        }
    }
}
