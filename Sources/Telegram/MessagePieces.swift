/// An answer cut into texts the Bot API takes: at most 4,096 UTF-16 units each, which is what it counts.
///
/// 1. Joined, the pieces are the text, byte for byte.
/// 2. No piece is empty; no text gives no pieces.
/// 3. Each is cut at the last paragraph that fits, else at the last line, sentence, word or character (as a reader sees
///    one). Only a single character longer than the limit is cut inside, and then between scalars.
/// 4. White space stays at the end of the piece before it, so that a piece begins with what is to be read.
public struct MessagePieces: Sendable, Hashable {
    /// UTF-16 units of one message.
    public static let limit = 4_096

    /// In reading order.
    public let pieces: [String]

    /// Cuts a text. It goes out without `parse_mode`: what looks like markup is text.
    public init(_ text: String, limit: Int = MessagePieces.limit) {
        precondition(limit >= 2, "a character outside the first plane takes two units")
        var rest = text[...]
        var pieces: [String] = []
        while !rest.isEmpty {
            var scan = BreakScan()
            let end = scan.end(of: rest, limit) ?? Self.insideCharacter(rest, limit)
            pieces.append(String(rest[..<end]))
            rest = rest[end...]
        }
        self.pieces = pieces
    }

    /// The last scalar's end within the limit.
    private static func insideCharacter(_ rest: Substring, _ limit: Int) -> Substring.Index {
        var width = 0
        var end = rest.startIndex
        while end < rest.endIndex {
            width += UTF16.width(rest.unicodeScalars[end])
            if width > limit { break }
            end = rest.unicodeScalars.index(after: end)
        }
        return end
    }
}

/// One walk over a text, noting where it may be cut. A place counts as the best its white space makes it: the end of a
/// sentence and two line ends behind it are a paragraph's end.
struct BreakScan {
    /// Where a text may be cut, best last.
    private enum Place: Int, CaseIterable, Comparable {
        case character, word, sentence, line, paragraph

        static func < (lhs: Place, rhs: Place) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    private var last: [Place: Substring.Index] = [:]
    /// What the white space we are in is worth so far; nil outside of it.
    private var space: Place?
    /// Whether the last word ended a sentence.
    private var isSentenceEnd = false

    /// The end of the piece a text begins with; nil when not even its first character fits.
    mutating func end(of text: Substring, _ limit: Int) -> Substring.Index? {
        var width = 0
        var place = text.startIndex
        while place < text.endIndex {
            let character = text[place]
            width += character.utf16.count
            if width > limit { return best }
            place = text.index(after: place)
            last[take(character)] = place
        }
        return text.endIndex
    }

    private var best: Substring.Index? {
        for place in Place.allCases.reversed() { if let end = last[place] { return end } }
        return nil
    }

    private mutating func take(_ character: Character) -> Place {
        guard character.isWhitespace else {
            space = nil
            if Self.ends.contains(character) {
                isSentenceEnd = true
            } else if !Self.closers.contains(character) {
                isSentenceEnd = false
            }
            return .character
        }
        let place = max(space ?? .word, worth(character))
        space = place
        return place
    }

    private func worth(_ character: Character) -> Place {
        if character.isNewline { return (space ?? .word) >= .line ? .paragraph : .line }
        return isSentenceEnd ? .sentence : .word
    }

    private static let ends: Set<Character> = [".", "!", "?", "…"]
    /// What may stand between a sentence's end and the space after it.
    private static let closers: Set<Character> = ["\"", "'", ")", "]", "”", "’", "*"]
}
