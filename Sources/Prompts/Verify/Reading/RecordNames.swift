/// The names of records that figures are about, as typed by the person, and where a sentence mentions them.
struct RecordNames: Sendable, Hashable {
    /// One name by its words.
    private struct Entry: Sendable, Hashable {
        var id: Int
        var words: [String]
        /// Whether it may be written without capitals or quotation marks and still be meant.
        var isPlain: Bool
    }

    /// Most words of a name that are compared.
    static let wordLimit = 8
    /// Stands for a quoted name that no figure is about.
    static let unknown = -1

    private var entries: [String: [Entry]] = [:]
    private var ids: [String: Int] = [:]
    /// The names that hold a word.
    private var holders: [String: [Int]] = [:]

    /// The id of a name, by the words that a label quotes; nil when there are none.
    mutating func id(of name: ArraySlice<Lexeme>) -> Int? {
        let words = Self.words(of: name)
        guard !words.isEmpty else { return nil }
        let key = words.joined(separator: " ")
        if let id = ids[key] { return id }
        let id = ids.count
        ids[key] = id
        for word in Set(words) { holders[word, default: []].append(id) }
        let isPlain = words.count > 1 && !words.contains { $0.utf8.count < 2 || Self.little.contains($0) }
        entries[words[0], default: []].append(Entry(id: id, words: words, isPlain: isPlain))
        return id
    }

    /// Every name in a sentence, the longest where several begin at one word.
    func mentions(in lexemes: [Lexeme]) -> [Mention<Int>] {
        var found: [Mention<Int>] = []
        var index = 0
        while index < lexemes.count {
            if let mention = mention(at: index, in: lexemes) ?? unknown(at: index, in: lexemes) {
                found.append(mention)
                index = mention.words.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func mention(at index: Int, in lexemes: [Lexeme]) -> Mention<Int>? {
        guard lexemes[index].kind != .mark, let candidates = entries[lexemes[index].text] else { return nil }
        let isQuoted = index > 0 && Self.quotes.contains(lexemes[index - 1].text)
        let best = candidates.compactMap { entry in
            end(of: entry, at: index, in: lexemes).map { (entry: entry, end: $0) }
        }
        .filter { isQuoted || $0.entry.isPlain || lexemes[index].isCapital || lexemes[index].kind == .number }
        .max { $0.entry.words.count < $1.entry.words.count }
        return best.map { Mention(item: $0.entry.id, words: index..<$0.end) }
    }

    /// Where the words of a name end, marks between them passed over; nil when they are not all there.
    private func end(of entry: Entry, at start: Int, in lexemes: [Lexeme]) -> Int? {
        var index = start
        for word in entry.words {
            while index < lexemes.count, index > start, lexemes[index].kind == .mark { index += 1 }
            guard index < lexemes.count, lexemes[index].text == word else { return nil }
            index += 1
        }
        let isOpen = lexemes[start..<index].contains { $0.text == "(" }
        return isOpen && index < lexemes.count && lexemes[index].text == ")" ? index + 1 : index
    }

    /// `“Gym”:` with curly quotation marks is put forward as a record's name even when none is called so.
    private func unknown(at index: Int, in lexemes: [Lexeme]) -> Mention<Int>? {
        guard lexemes[index].text == "“" else { return nil }
        let inner = lexemes[(index + 1)...].prefix(20).prefix { $0.text != "”" }
        guard inner.endIndex < lexemes.count, lexemes[inner.endIndex].text == "”", !inner.isEmpty,
            mention(at: index + 1, in: lexemes) == nil
        else { return nil }
        let words = Self.words(of: lexemes[inner.indices])
        guard !words.isEmpty, !Self.stands.contains(words) else { return nil }
        return Mention(item: nearest(to: words), words: index..<inner.endIndex + 1)
    }

    /// The name that holds most of these words, since typed names reach a model cleaned of links and markup; no name
    /// when none holds more than half.
    private func nearest(to words: [String]) -> Int {
        let shared = words.flatMap { holders[$0] ?? [] }.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        let best = shared.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.flatMap { $0.value * 2 > words.count ? $0.key : nil } ?? Self.unknown
    }

    private static func words(of lexemes: ArraySlice<Lexeme>) -> [String] {
        Array(lexemes.lazy.filter { $0.kind != .mark }.map(\.text).prefix(wordLimit))
    }

    /// What stands in for a name of which nothing may be shown.
    private static let stands: Set = [["no", "name"], ["link"], ["number"], ["address"]]
    private static let quotes: Set = ["“", "\"", "'", "‘"]
    private static let little: Set = ["a", "an", "the", "of", "in", "i", "is", "on", "for", "to", "and", "my"]
}
