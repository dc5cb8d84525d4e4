/// Finds web addresses, e-mail addresses and telephone numbers in a text, however they are dressed up.
struct AddressScan {
    /// One address or number and where it stands.
    struct Found: Hashable {
        enum Kind: Hashable { case link, phone }
        var kind: Kind
        /// As it is compared: a host in lower case, or digits alone.
        var key: String
        var range: Range<String.Index>
    }

    /// Endings that make two words with a point between an address and not a missing space.
    private static let endings: Set = [
        "com", "org", "net", "uk", "io", "co", "info", "app", "dev", "eu", "gov", "ai", "biz", "xyz", "online", "site",
        "shop", "link", "ly", "gg", "tv", "us", "ru", "cn", "de", "fr", "ie", "example", "top", "club", "finance",
        "money", "loans", "credit", "bank", "me", "cc", "gl", "tk",
    ]
    /// Words before three to six digits that make them a number to dial.
    private static let dialling: Set = ["call", "ring", "phone", "dial", "text", "helpline", "number", "line", "tel"]

    /// Every one, in order of place.
    static func all(in text: String) -> [Found] {
        (links(in: text) + phones(in: text)).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func links(in text: String) -> [Found] {
        text.split { $0.isWhitespace || "()[]<>\"“”,;|".contains($0) }.compactMap { word in
            var word = word
            while let last = word.last, ".!?:'’*_".contains(last) { word.removeLast() }
            while let first = word.first, "'‘*_".contains(first) { word.removeFirst() }
            return host(in: word).map { Found(kind: .link, key: $0, range: word.startIndex..<word.endIndex) }
        }
    }

    /// What an address leads to, path and query with it unless there are none; nil when the word is no address.
    private static func host(in word: Substring) -> String? {
        var rest = word.lowercased()
        let isMarked = rest.contains("://") || rest.hasPrefix("www.") || rest.hasPrefix("//")
        for scheme in ["https://", "http://", "//", "www."] where rest.hasPrefix(scheme) {
            rest.removeFirst(scheme.count)
        }
        if rest.hasSuffix("/") { rest.removeLast() }
        if isMarked { return rest }
        if rest.contains("@"), rest.contains(".") { return rest }
        let name = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, endings.contains(String(last)),
            labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }),
            labels.dropLast().contains(where: { $0.contains(where: \.isLetter) })
        else { return nil }
        return rest
    }

    private static func phones(in text: String) -> [Found] {
        let lexemes = Lexeme.all(in: text)
        let places = Array(text.unicodeScalars.indices) + [text.endIndex]
        var found: [Found] = []
        var index = 0
        while index < lexemes.count {
            let end = run(in: lexemes, from: index)
            if end > index, let key = number(lexemes, index..<end) {
                let range = places[lexemes[index].place.lowerBound]..<places[lexemes[end - 1].place.upperBound]
                found.append(Found(kind: .phone, key: key, range: range))
            }
            index = max(end, index + 1)
        }
        return found
    }

    /// The end of a run of digit groups with nothing but spaces, dashes, brackets or a plus between them.
    private static func run(in lexemes: [Lexeme], from start: Int) -> Int {
        var index = start
        if lexemes[index].text == "+" || lexemes[index].text == "(" { index += 1 }
        guard index < lexemes.count, lexemes[index].isDigits else { return start }
        var end = index + 1
        while end < lexemes.count, end < start + 16 {
            if lexemes[end].isDigits {
                end += 1
            } else if ["-", "(", ")", "–", "."].contains(lexemes[end].text), end + 1 < lexemes.count,
                lexemes[end + 1].isDigits || lexemes[end + 1].text == "("
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// The digits when they can be dialled: nine to fifteen that begin with 0 or a plus, or few behind "call" and the
    /// like.
    private static func number(_ lexemes: [Lexeme], _ run: Range<Int>) -> String? {
        let key = lexemes[run].filter(\.isDigits).map(\.text).joined()
        let isInternational = lexemes[run.lowerBound].text == "+"
        if key.count >= 9, key.hasPrefix("0") || isInternational { return key }
        guard key.count >= 3, run.lowerBound > 0, lexemes[run.upperBound - 1].numeral?.isGrouped != true
        else { return nil }
        let near = lexemes[max(0, run.lowerBound - 3)..<run.lowerBound].map(\.text)
        let before =
            near.split(omittingEmptySubsequences: false, whereSeparator: [".", "!", "?", "…"].contains).last.map(
                Array.init) ?? []
        let isMoney = before.last == "£" || before.contains("£")
        let isUnit =
            run.upperBound < lexemes.count
            && (lexemes[run.upperBound].kind == .word || lexemes[run.upperBound].text == "%")
            && unitWords.contains(lexemes[run.upperBound].text)
        let isDialled = before.contains { dialling.contains($0) }
        return isDialled && !isMoney && !isUnit ? key : nil
    }

    private static let unitWords: Set = [
        "of", "months", "years", "days", "times", "pounds", "%", "debts", "payments", "records",
    ]
}

extension Lexeme {
    /// Whether it is digits and nothing else.
    var isDigits: Bool { kind == .number && text.allSatisfy(\.isNumber) }
}
