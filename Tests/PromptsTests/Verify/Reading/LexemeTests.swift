import Testing

@testable import Prompts

@Suite("Lexemes")
struct LexemeTests {
    @Test(
        "are words, numbers and marks",
        arguments: [
            ("You’ve £1,234.50 left.", ["you've", "£", "1,234.50", "left", "."]),
            ("1,2 and 1,2345", ["1", ",", "2", "and", "1", ",", "2345"]), ("12k 5th", ["12", "k", "5", "th"]),
            ("3.5. Next", ["3.5", ".", "next"]), ("", []), ("  \n", []),
            ("**£5** _a_ `b`", ["£", "5", "a", "b"]), ("−£5 £５０", ["-", "£", "5", "£", "50"]),
            ("£1\u{200B},1\u{AD}50", ["£", "1,150"]), ("£\u{A0}5\u{202F}%", ["£", "5", "%"]),
        ])
    func cut(text: String, pieces: [String]) { #expect(Lexeme.all(in: text).map(\.text) == pieces) }

    @Test(
        "a number is exact in hundredths, or it is none",
        arguments: [
            ("12", 0, 1_200), ("12.4", 0, 1_240), ("1.2", 3, 120_000), ("0.005", 0, nil), ("12.000", 0, 1_200),
            ("£", 0, nil), ("05", 0, nil), ("999999999999999", 0, 99_999_999_999_999_900),
            ("1000000000000000", 0, nil), ("999999999999", 9, nil),
        ] as [(String, Int, Int64?)])
    func hundredths(text: String, zeros: Int, value: Int64?) {
        #expect(Lexeme.all(in: text).first?.numeral?.hundredths(zeros: zeros) == value)
    }

    @Test("places count the scalars of the text as it came, hidden ones included")
    func places() {
        let text = "a\u{200B} £5"
        let scalars = Array(text.unicodeScalars)
        for lexeme in Lexeme.all(in: text) { #expect(lexeme.place.upperBound <= scalars.count) }
        #expect(Lexeme.all(in: text).last?.place == 4..<5)
    }
}
