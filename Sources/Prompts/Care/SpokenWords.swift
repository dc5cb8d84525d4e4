/// A question as words that can be recognised in spite of how they are typed: lower case, apostrophes closed up, common
/// slips set right, letters typed three times or more brought back to two.
struct SpokenWords: Sendable, Hashable {
    /// Most words that are looked at.
    static let limit = 600

    let words: [[UInt8]]

    init(_ text: String) {
        words = Self.split(text.prefix(6_000)).prefix(Self.limit).map { Array(Self.plain($0).utf8) }
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
    static func matches(_ typed: String, _ known: String) -> Bool { matches(Array(typed.utf8), Array(known.utf8)) }

    /// The same for words as bytes, which are cheap to count.
    static func matches(_ typed: [UInt8], _ known: [UInt8]) -> Bool {
        if typed == known { return true }
        let slips = known.count >= 8 ? 2 : known.count >= 5 ? 1 : 0
        guard slips > 0, typed.count >= 4, typed.first == known.first, abs(typed.count - known.count) <= slips else {
            return false
        }
        return distance(typed, known) <= slips
    }

    /// Letters to add, drop, change or swap with their neighbour.
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
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
