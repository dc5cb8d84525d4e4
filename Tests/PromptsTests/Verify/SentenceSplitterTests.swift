import TestKit
import Testing

@testable import Prompts

@Suite("Sentences of a stream")
struct SentenceSplitterTests {
    @Test(
        "end at points, marks and line breaks, not inside numbers or behind abbreviations",
        arguments: [
            ("One. Two! Three? Four…  Five", ["One. ", "Two! ", "Three? ", "Four…  ", "Five"]),
            ("It is £1.50 now. Next", ["It is £1.50 now. ", "Next"]),
            ("Fees, e.g. rent, approx. £5 p.a. in all. Next", ["Fees, e.g. rent, approx. £5 p.a. in all. ", "Next"]),
            ("- one\n- two\n\nThree", ["- one\n", "- two\n", "\n", "Three"]),
            ("1. Rent\n2. Food", ["1. Rent\n", "2. Food"]),
            ("He said “stop.” Then (so.) went.", ["He said “stop.” ", "Then (so.) ", "went."]),
            ("A. Smith pays. I do. I. Then", ["A. Smith pays. ", "I do. ", "I. ", "Then"]),
            ("**Done.** Next", ["**Done.** ", "Next"]), ("", []), ("\r\n", ["\r\n"]), ("end.", ["end."]),
            ("Dot at the end. \nNext", ["Dot at the end. \n", "Next"]),
        ])
    func sentences(text: String, expected: [String]) { #expect(SentenceSplitter.sentences(of: text) == expected) }

    @Test("cut anywhere into pieces, a stream gives the same sentences and loses no character")
    func pieces() {
        let texts = [
            "You have £1.50 left. E.g. rent is £1,150.00 (83.15%). So: \n- “a.” b\n- c! 👩‍👩‍👧 é. \u{301}x. Done",
            "No end here", "... !? \n\n  .", "1. a. 2. b.\r\nc",
        ]
        var random = SeededGenerator(3)
        for text in texts {
            let whole = SentenceSplitter.sentences(of: text)
            #expect(whole.joined() == text)
            for _ in 0..<200 {
                var splitter = SentenceSplitter()
                var made: [String] = []
                var rest = Substring(text)
                while !rest.isEmpty {
                    let piece = rest.prefix(Int.random(in: 1...6, using: &random))
                    made += splitter.take(piece)
                    rest = rest.dropFirst(piece.count)
                }
                if let last = splitter.finish() { made.append(last) }
                #expect(made == whole, "\(text)")
            }
        }
    }

    @Test("an accent that comes alone joins the letter before it")
    func accents() {
        var splitter = SentenceSplitter()
        #expect(splitter.take("cafe").isEmpty && splitter.take("\u{301}. ").isEmpty)
        #expect(splitter.take("Next") == ["cafe\u{301}. "] && splitter.rest == "Next")
    }

    @Test("what is held back is bounded, and is cut away from numbers")
    func bounded() {
        var splitter = SentenceSplitter()
        var total = 0
        for _ in 0..<2_000 {
            total += splitter.take("word £1,150.00 or ").map(\.count).reduce(0, +)
            #expect(splitter.rest.count <= SentenceSplitter.limit + 40)
        }
        #expect(total > 30_000)
        let cut = SentenceSplitter.sentences(of: String(repeating: "word £1,150.00 or ", count: 400))
        #expect(cut.allSatisfy { !$0.hasSuffix("1") && !$0.hasSuffix("£") && !$0.hasPrefix("£") && !$0.hasPrefix("1") })
        #expect(SentenceSplitter.sentences(of: String(repeating: ".", count: 5_000)).joined().count == 5_000)
    }
}
