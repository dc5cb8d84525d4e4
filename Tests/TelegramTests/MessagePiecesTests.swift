import TestKit
import Testing

@testable import Telegram

@Suite("An answer in pieces")
struct MessagePiecesTests {
    /// Words, ends of sentences and paragraphs, wide characters, families, accents put together, Windows line ends.
    private static let parts = [
        "debt ", "£1,234.56 ", "paid. ", "Why?\n", "\n\n", "\r\n\r\n", "💷", "👩‍👩‍👧‍👦", "e\u{301}", "🇬🇧", "\u{200D}", "  ",
        "\n", "longerword",
        "…", "”) ", "\t", "ﷺ", "\u{FFFD}", "字",
    ]

    static func text(_ seed: UInt64) -> String {
        var random = SeededGenerator(seed)
        return (0..<random.below(400)).map { _ in parts[random.below(parts.count)] }.joined()
    }

    @Test("joined, the pieces are the text byte for byte, none is empty and none too long", arguments: 0..<60)
    func law(seed: Int) {
        let text = Self.text(UInt64(seed))
        for limit in [2, 3, 7, 40, 200, MessagePieces.limit] {
            let pieces = MessagePieces(text, limit: limit).pieces
            #expect(pieces.flatMap { Array($0.utf8) } == Array(text.utf8), "seed \(seed), limit \(limit)")
            #expect(pieces.allSatisfy { !$0.isEmpty && $0.utf16.count <= limit }, "seed \(seed), limit \(limit)")
        }
    }

    @Test("no character that fits a piece is cut", arguments: 0..<40)
    func wholeCharacters(seed: Int) {
        let text = Self.text(UInt64(seed))
        let pieces = MessagePieces(text, limit: 40).pieces
        #expect(pieces.flatMap { Array($0) } == Array(text), "seed \(seed)")
    }

    @Test("up to 4,096 units are one piece, one more are two; a pound note of two units counts twice")
    func limit() {
        #expect(MessagePieces.limit == 4_096)
        #expect(MessagePieces(String(repeating: "a", count: 4_096)).pieces.count == 1)
        #expect(MessagePieces(String(repeating: "a", count: 4_097)).pieces.map(\.utf16.count) == [4_096, 1])
        #expect(MessagePieces(String(repeating: "💷", count: 2_048)).pieces.count == 1)
        #expect(MessagePieces(String(repeating: "💷", count: 2_049)).pieces.map(\.utf16.count) == [4_096, 2])
        #expect(MessagePieces("a" + String(repeating: "💷", count: 2_048)).pieces.map(\.utf16.count) == [4_095, 2])
    }

    @Test("no text gives no pieces") func nothing() { #expect(MessagePieces("").pieces.isEmpty) }

    @Test(
        "it is cut at the last paragraph that fits, else line, sentence, word, character",
        arguments: [
            ("One. Two\nx\n\nThree four. Five", ["One. Two\nx\n\n", "Three four. ", "Five"]),
            ("One. Two\nthree four fives", ["One. Two\n", "three four ", "fives"]),
            ("One. Two three four", ["One. ", "Two three four"]),
            ("One two three four", ["One two three ", "four"]),
            ("abcdefghijklmnopqr", ["abcdefghijklmno", "pqr"]),
            ("He said \"no.\" And so it went", ["He said \"no.\" ", "And so it went"]),
            ("It is £1.50 each, not more", ["It is £1.50 ", "each, not more"]),
            ("One\r\n\r\nTwo three four", ["One\r\n\r\n", "Two three four"]),
            ("One.   Two three four", ["One.   ", "Two three four"]),
            ("One.\n \nTwo three four", ["One.\n \n", "Two three four"]),
            ("One.\n \nTwo\nx three", ["One.\n \n", "Two\nx three"]),
            ("Wait… (yes!) I do not", ["Wait… (yes!) ", "I do not"]),
            ("One. two\tthree four", ["One. ", "two\tthree four"]),
        ])
    func places(text: String, expected: [String]) {
        #expect(MessagePieces(text, limit: 15).pieces == expected)
    }

    @Test("a character longer than the limit is cut between scalars")
    func monster() {
        let text = "e" + String(repeating: "\u{301}", count: 9)
        #expect(text.count == 1)
        let pieces = MessagePieces(text, limit: 4).pieces
        #expect(pieces.map(\.utf16.count) == [4, 4, 2])
        #expect(pieces.flatMap { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test("a text of a megabyte is cut in reasonable time")
    func long() {
        let text = String(repeating: "The balance is £12. ", count: 20_000)
        let clock = ContinuousClock()
        var pieces: [String] = []
        let took = clock.measure { pieces = MessagePieces(text).pieces }
        #expect(pieces.count == 99 && took < .seconds(3))
    }
}
