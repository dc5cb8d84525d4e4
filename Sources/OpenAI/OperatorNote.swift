/// A provider's words made fit for an operator's screen: one line, short, without keys and addresses.
struct OperatorNote {
    let text: String

    private static let maxCharacters = 200
    /// A run of so many key characters is no word of a language.
    private static let keyLength = 24

    init(_ words: String, hiding key: APIKey) {
        let parts = words.prefix(4 * OperatorNote.maxCharacters)
            .split { $0.isWhitespace || $0.isNewline || !$0.isPrintable }
            .map { OperatorNote.shown($0, hiding: key) }
        let line = parts.joined(separator: " ")
        text = line.count > OperatorNote.maxCharacters ? line.prefix(OperatorNote.maxCharacters) + "…" : line
    }

    private static func shown(_ word: Substring, hiding key: APIKey) -> String {
        if word.contains("://") { return "[address]" }
        if word.contains("sk-") || longestRun(word) >= keyLength { return "[hidden]" }
        if !key.secret.isEmpty && word.contains(key.secret) { return "[hidden]" }
        return String(word)
    }

    private static func longestRun(_ word: Substring) -> Int {
        var longest = 0
        var run = 0
        for character in word {
            run = character.isLetter || character.isNumber || "-_*+=/".contains(character) ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

extension Character {
    fileprivate var isPrintable: Bool { unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } }
}
