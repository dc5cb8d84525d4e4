/// Recognises one piece of markup at a place of a text that may still grow.
struct MarkupScan {
    enum Construct: Equatable {
        case none, undecided
        /// Ends there and is shown as these words; `isOpen` when its address goes on beyond what is held.
        case replaced(end: Int, words: String, isOpen: Bool)
    }

    let text: [Character]
    let isFinal: Bool

    func construct(at index: Int) -> Construct {
        switch text[index] {
        case "!":
            guard index + 1 < text.count else { return isFinal ? .none : .undecided }
            return text[index + 1] == "[" ? link(at: index + 1, from: index) : .none
        case "[": return link(at: index, from: index)
        case "<": return tag(at: index)
        default: return .none
        }
    }

    /// `[words](address)`, or the image that `from` begins.
    private func link(at open: Int, from start: Int) -> Construct {
        guard let close = labelEnd(from: open) else {
            if isFinal { return .none }
            guard text.count - open > LinkCleaner.limits.label else { return .undecided }
            return .replaced(end: open + 1, words: start < open ? "!(" : "(", isOpen: false)
        }
        guard close < text.count else {
            return .replaced(end: open + 1, words: start < open ? "!(" : "(", isOpen: false)
        }
        guard close + 1 < text.count else { return isFinal ? .none : .undecided }
        guard text[close + 1] == "(" else { return .none }
        let words = start < open ? "" : plain(text[(open + 1)..<close])
        let address = text[(close + 2)...].prefix(LinkCleaner.limits.address)
        if let end = address.firstIndex(where: { $0 == ")" || $0.isNewline }) {
            return .replaced(end: text[end] == ")" ? end + 1 : end, words: words, isOpen: false)
        }
        let isLong = address.count == LinkCleaner.limits.address
        guard isFinal || isLong else { return .undecided }
        return .replaced(end: address.endIndex, words: words, isOpen: isLong)
    }

    /// The bracket that closes the label; `text.count` when it is too long to be one, nil when it is not there yet.
    private func labelEnd(from open: Int) -> Int? {
        var depth = 0
        for index in text[open...].prefix(LinkCleaner.limits.label).indices {
            if text[index] == "[" { depth += 1 }
            if text[index] == "]" { depth -= 1 }
            if depth == 0 { return index }
        }
        return text.count - open > LinkCleaner.limits.label ? text.count : nil
    }

    /// The words of a link, in which no markup and no address may hide.
    private func plain(_ label: ArraySlice<Character>) -> String {
        String(label.filter { !"[]<>!".contains($0) }).split(separator: " ", omittingEmptySubsequences: false)
            .map { Self.withoutAddress(String($0)) }.joined(separator: " ")
    }

    /// `<b>`, `</b>`, `<!-- … -->`; a lone `<` is text, and one that never closes becomes ‹.
    private func tag(at open: Int) -> Construct {
        guard open + 1 < text.count else { return isFinal ? .none : .undecided }
        let next = text[open + 1]
        guard !next.isWhitespace, !next.isNumber, !"=£-–".contains(next) else { return .none }
        // Not a tag, but what follows may be taken out and leave one behind.
        let isTag = next == "/" || next == "!" || next == "?" || next.isASCII && next.isLetter
        guard isTag else { return .replaced(end: open + 1, words: "‹", isOpen: false) }
        let inner = text[(open + 1)...].prefix(LinkCleaner.limits.tag)
        if let close = inner.firstIndex(where: { $0 == ">" || $0 == "<" }) {
            if text[close] == ">" { return .replaced(end: close + 1, words: "", isOpen: false) }
        } else if !isFinal, inner.count < LinkCleaner.limits.tag {
            return .undecided
        }
        return .replaced(end: open + 1, words: "‹", isOpen: false)
    }

    /// Where the word at `start` ends; nil when more of it may come.
    func wordEnd(from start: Int) -> Int? {
        let word = text[start...].prefix(LinkCleaner.limits.word)
        if let end = word.indices.first(where: { $0 > start && (text[$0].isWhitespace || "[<!".contains(text[$0])) }) {
            return end
        }
        return isFinal || word.count == LinkCleaner.limits.word ? word.endIndex : nil
    }

    /// The word with the address in it replaced, the punctuation at its end kept.
    static func withoutAddress(_ word: String) -> String {
        let bytes = word.utf8.map { (65...90).contains($0) ? $0 | 32 : $0 }
        guard let start = addressStart(in: bytes) else { return word.replacing("](", with: "] (") }
        let head = String(decoding: word.utf8.prefix(start), as: UTF8.self)
        let ends = ".,;:!?*\"”’" + (bytes[start...].contains(40) ? "" : ")")
        let tail = String(word.reversed().prefix { ends.contains($0) }.reversed())
        return (head + PlainText.removedLink + tail).replacing("](", with: "] (")
    }

    /// Where an address begins, in bytes: a scheme with what it opens, `www.`, or `//` before a name.
    private static func addressStart(in bytes: [UInt8]) -> Int? {
        if let colon = place(of: "://", in: bytes) {
            return (bytes[..<colon].lastIndex { !(97...122).contains($0) }).map { $0 + 1 } ?? 0
        }
        for scheme in ["javascript:", "vbscript:", "data:", "mailto:", "tel:", "www."] {
            guard let start = place(of: scheme, in: bytes), start + scheme.utf8.count < bytes.count else { continue }
            if start == 0 || !(97...122).contains(bytes[start - 1]) { return start }
        }
        let slashes = place(of: "//", in: bytes)
        return slashes.flatMap { $0 + 2 < bytes.count && ($0 == 0 || !isWord(bytes[$0 - 1])) ? $0 : nil }
    }

    private static func isWord(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }

    private static func place(of text: String, in bytes: [UInt8]) -> Int? {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}
