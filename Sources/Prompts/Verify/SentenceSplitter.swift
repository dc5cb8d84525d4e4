/// Cuts a stream of text into sentences as it arrives. The pieces joined again are the text, to the character.
///
/// A sentence ends at a line break, or behind `.`, `!`, `?` or `…` (with closing quotes or brackets) when white space
/// follows, unless the point belongs to an abbreviation, an initial or a list number. What is held back is bounded: at
/// `limit` characters it is cut at white space, away from digits where that can be done.
public struct SentenceSplitter: Sendable {
    /// Most characters that are held back.
    public static let limit = 1_200

    private var held: [Character] = []
    /// How much of `held` has been looked at.
    private var seen = 0

    /// Nothing held.
    public init() {}

    /// What is held back until its sentence ends.
    public var rest: String { String(held) }

    /// Takes a piece and gives the sentences that it completes.
    public mutating func take(_ piece: some StringProtocol) -> [String] {
        guard !piece.isEmpty else { return [] }
        join(piece)
        var sentences: [String] = []
        var start = 0
        while seen < held.count {
            if let end = end(at: seen, from: start) {
                sentences.append(String(held[start..<end]))
                start = end
                seen = end
            } else if seen - start >= Self.limit {
                let end = cut(from: start)
                sentences.append(String(held[start..<end]))
                start = end
            } else if isUndecided(seen) {
                break
            } else {
                seen += 1
            }
        }
        held.removeFirst(start)
        seen -= start
        return sentences
    }

    /// The last sentence, once the text has ended; nil when nothing is held.
    public mutating func finish() -> String? {
        defer { self = SentenceSplitter() }
        return held.isEmpty ? nil : rest
    }

    /// A whole text at once.
    public static func sentences(of text: String) -> [String] {
        var splitter = SentenceSplitter()
        let sentences = splitter.take(text)
        return splitter.finish().map { sentences + [$0] } ?? sentences
    }

    /// A piece may begin in the middle of a character: an accent belongs to the letter held before it.
    private mutating func join(_ piece: some StringProtocol) {
        guard let last = held.popLast() else { return held.append(contentsOf: piece) }
        held.append(contentsOf: String(last) + piece)
        seen = min(seen, max(0, held.count - piece.count - 1))
    }
}

// Where a sentence ends.
extension SentenceSplitter {
    private static let terminators: Set<Character> = [".", "!", "?", "…"]
    private static let closers: Set<Character> = ["\"", "”", "’", "'", ")", "]", "*", "_", "»"]
    private static let abbreviations: Set = [
        "e.g", "i.e", "eg", "ie", "etc", "approx", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "no", "p.a", "p.m",
        "a.m", "p.c.m", "ltd", "inc", "co", "c", "ca", "cf", "est", "incl", "excl", "max", "min", "avg", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    ]

    /// The end of the sentence when the character at `index` ends it, the white space behind it included.
    private func end(at index: Int, from start: Int) -> Int? {
        if held[index].isNewline { return index + 1 }
        guard Self.terminators.contains(held[index]) else { return nil }
        var next = index + 1
        while next < held.count, Self.closers.contains(held[next]) { next += 1 }
        guard next < held.count, held[next].isWhitespace, !isAbbreviation(before: index, from: start) else {
            return nil
        }
        while next < held.count, held[next].isWhitespace, !held[next].isNewline { next += 1 }
        guard next < held.count else { return nil }
        return held[next].isNewline ? next + 1 : next
    }

    /// Whether more text may still make an end of what is a terminator so far.
    private func isUndecided(_ index: Int) -> Bool {
        guard Self.terminators.contains(held[index]) else { return false }
        return held[(index + 1)...].allSatisfy { Self.closers.contains($0) || $0.isWhitespace }
            && held.count - index < 64
    }

    private func isAbbreviation(before index: Int, from start: Int) -> Bool {
        guard held[index] == "." else { return false }
        let first = held[start..<index].lastIndex { $0.isWhitespace || "(\"“[".contains($0) }.map { $0 + 1 } ?? start
        let word = String(held[max(first, index - 12)..<index]).lowercased()
        if Self.abbreviations.contains(word) { return true }
        let isInitial = word.count == 1 && word.first?.isLetter == true && held[first].isUppercase && held[first] != "I"
        let isListNumber =
            word.count <= 3 && !word.isEmpty && word.allSatisfy(\.isNumber)
            && held[start..<first].allSatisfy(\.isWhitespace)
        return isInitial || isListNumber
    }

    /// Where to cut a sentence that will not end: behind the last white space between letters, else where it stands.
    private func cut(from start: Int) -> Int {
        let range = (start + Self.limit / 2)..<seen
        let isGap: (Int) -> Bool = { held[$0].isWhitespace }
        let calm = range.last { isGap($0) && $0 > 0 && held[$0 - 1].isLetter && $0 + 1 < seen && held[$0 + 1].isLetter }
        return (calm ?? range.last(where: isGap)).map { $0 + 1 } ?? seen
    }
}
