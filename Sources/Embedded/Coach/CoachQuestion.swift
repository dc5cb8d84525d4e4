import Finance

/// A question as words to be recognised: lower case, without punctuation, apostrophes closed up ("what's" is "whats").
struct CoachQuestion: Sendable {
    /// Most words that are looked at; a longer question has said what it is about by then.
    static let wordLimit = 120

    let words: [String]
    /// The amounts of money it names, in order.
    let amounts: [Money]
    /// The price in equal parts it names, if it does.
    let instalments: CoachInstalments?
    /// Whether something is asked, and not only told.
    let asks: Bool

    init(_ text: String) {
        let bounded = text.prefix(1_000).lowercased()
        words = Self.words(of: bounded)
        amounts = CoachAmount.all(in: bounded)
        instalments = CoachInstalments(bounded)
        let spaced = " " + words.joined(separator: " ") + " "
        asks = bounded.contains("?") || Self.asking.contains { spaced.contains(" \($0) ") }
    }

    private static let asking = [
        "how much", "how many", "how long", "what", "whats", "when", "which", "can i", "could i", "should i", "do i",
        "am i", "show", "list", "compare",
    ]

    /// What would be paid on top each month, where the question says so.
    var extra: Money? {
        let isOnTop = ["extra", "more", "on top", "another", "overpay"].contains(where: holds)
        return isOnTop && amounts.count == 1 ? amounts.first : nil
    }

    /// Whether what may still be spent is asked, or a sum a day.
    var asksToSpend: Bool {
        !says("a day out") && ["to spend", "a day", "per day", "each day", "every day"].contains(where: holds)
    }

    /// Whether these words stand there letter by letter, one after the other.
    func holds(_ phrase: String) -> Bool {
        let phrase = phrase.split(separator: " ").map(String.init)
        guard !phrase.isEmpty, words.count >= phrase.count else { return false }
        return (0...words.count - phrase.count).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
    }

    /// The words of any text, made alike so that names and questions can be compared.
    static func words(of text: some StringProtocol) -> [String] {
        let closed = text.lowercased().filter { !"'’‘`".contains($0) }
        let split = closed.split { !($0.isLetter || $0.isNumber || $0 == "/" || $0 == "£") }
        return split.prefix(wordLimit).map(String.init)
    }

    /// Whether all the words of `phrase` are there, next to each other and in order, small misspellings forgiven.
    func says(_ phrase: String) -> Bool { place(of: phrase.split(separator: " ").map(String.init)) != nil }

    /// Whether each of these words is there, wherever.
    func mentions(_ wanted: [String]) -> Bool {
        wanted.allSatisfy { word in words.contains { CoachSpelling.matches($0, word) } }
    }

    /// Where a phrase begins.
    func place(of phrase: [String]) -> Int? {
        guard !phrase.isEmpty, words.count >= phrase.count else { return nil }
        return (0...words.count - phrase.count).first { start in
            zip(words[start...], phrase).allSatisfy { CoachSpelling.matches($0, $1) }
        }
    }
}

/// How close a typed word must be to a known one: one slip from five letters on, two from eight, and the first letter
/// right, so that "buget" is a budget and "having" is not "saving".
enum CoachSpelling {
    static func matches(_ typed: String, _ known: String) -> Bool {
        if typed == known { return true }
        let slips = known.count >= 8 ? 2 : known.count >= 5 ? 1 : 0
        guard slips > 0, typed.count >= 4, typed.first == known.first, abs(typed.count - known.count) <= slips,
            typed.count <= 24
        else { return false }
        return distance(Array(typed.unicodeScalars), Array(known.unicodeScalars)) <= slips
    }

    /// Letters to add, drop, change or swap with their neighbour to get from one word to the other.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var older: [Int] = []
        var above = Array(0...other.count)
        for i in 1...one.count {
            var row = [i]
            for j in 1...other.count {
                let change = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
                var best = min(change, above[j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                    best = min(best, older[j - 2] + 1)
                }
                row.append(best)
            }
            older = above
            above = row
        }
        return above[other.count]
    }
}
