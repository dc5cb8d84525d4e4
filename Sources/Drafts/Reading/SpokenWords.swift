import Finance

/// A message as words, with a mark on each that is already understood: what is left over is a name.
struct SpokenWords {
    /// Most words that are looked at; a wish is short.
    static let most = 120

    /// As typed, without punctuation around it.
    let texts: [String]
    /// The same in lower case, for comparing.
    let keys: [String]
    /// Whether the word is understood already.
    private(set) var isUsed: [Bool]
    /// Whether a comma or a full stop stands behind the word.
    private let isLast: [Bool]

    init(_ message: String) {
        let clean = TypedText(message, limit: 2_000).text
        let pieces = clean.split { $0.isWhitespace }.prefix(Self.most)
            .map { (text: Self.trimmed($0), isLast: $0.last.map { ",;.".contains($0) } ?? false) }
            .filter { !$0.text.isEmpty }
        texts = pieces.map(\.text)
        isLast = pieces.map(\.isLast)
        keys = texts.map { $0.lowercased().replacing("’", with: "'") }
        isUsed = Array(repeating: false, count: texts.count)
    }

    /// The words at some places, as a message of their own.
    init(_ words: SpokenWords, _ places: Range<Int>) {
        texts = Array(words.texts[places])
        keys = Array(words.keys[places])
        isUsed = Array(words.isUsed[places])
        isLast = Array(words.isLast[places])
    }

    /// The word at a place, or none beyond the ends and where it is used up.
    func key(_ index: Int) -> String {
        keys.indices.contains(index) && !isUsed[index] ? keys[index] : ""
    }

    /// Whether these words stand at a place.
    func stand(_ phrase: [String], at index: Int) -> Bool {
        phrase.indices.allSatisfy { key(index + $0) == phrase[$0] }
    }

    /// Whether these words stand anywhere, one after the other.
    func holds(_ phrase: [String]) -> Bool { keys.indices.contains { stand(phrase, at: $0) } }

    /// Marks times of the day, which no record keeps: `at 3pm`, `at 12:30`.
    mutating func skipTimes() {
        for index in keys.indices where keys[max(0, index - 1)] == "at" && key(index).first?.isNumber == true {
            let key = key(index)
            if key.hasSuffix("am") || key.hasSuffix("pm") || key.contains(":") { use(index - 1..<index + 1) }
        }
    }

    /// Whether any of the words is left.
    func holdsAny(of words: Set<String>) -> Bool { keys.indices.contains { words.contains(key($0)) } }

    /// Whether any of the words is left, apostrophes closed up: `didnt` is `didn't` too.
    func holdsAny(closedUp words: Set<String>) -> Bool {
        keys.indices.contains { words.contains(key($0).filter { $0 != "'" }) }
    }

    /// Marks words as understood.
    mutating func use(_ range: Range<Int>) {
        for index in range where isUsed.indices.contains(index) { isUsed[index] = true }
    }

    /// All words left over, in pieces between those that are used up.
    var pieces: [[String]] {
        texts.indices.split { isUsed[$0] }.map { $0.map { texts[$0] } }
    }

    /// Parts of the message between commas and words like "and", those words left out.
    var clauses: [Range<Int>] {
        let joining: Set<String> = ["and", "&", "plus", "then"]
        var clauses: [Range<Int>] = []
        var start = 0
        for index in keys.indices {
            let joins = joining.contains(keys[index])
            guard joins || isLast[index] else { continue }
            clauses.append(start..<(joins ? index : index + 1))
            start = index + 1
        }
        return (clauses + [start..<keys.count]).filter { !$0.isEmpty }
    }

    private static func trimmed(_ piece: Substring) -> String {
        let marks: Set<Character> = [",", ";", ":", "!", "?", ".", "(", ")", "\"", "“", "”", "*", "_", "`", "<", ">"]
        var piece = piece
        while let first = piece.first, marks.contains(first) { piece.removeFirst() }
        while let last = piece.last, marks.contains(last) { piece.removeLast() }
        return String(piece)
    }
}
