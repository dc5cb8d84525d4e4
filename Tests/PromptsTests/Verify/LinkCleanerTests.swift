import TestKit
import Testing

@testable import Prompts

@Suite("Links and markup in a stream")
struct LinkCleanerTests {
    private static let texts = [
        "![x](http://evil.example/?q=1) and [this page](https://evil.example) now", "<b>bold</b> <img src=x onerror=1>",
        "go to https://evil.example/?b=2267, today", "www.evil.example. JAVASCRIPT:alert(1)", "![x](http://evil",
        "£5 < £6 and 7 > 2", "- one\n- two", "array[0] (see)", "<!-- hidden -->x", "[a]: //evil.com/x", "[![i](u)](v)",
        "![a. b](//evil/?q=1)", "see[this](http://e.x)!", "[https://e.x](y)", "<a href='x'", "5 <6 <br", "![", "[", "!",
        "a!b",
        "[a\n](b\nc)", "<scr<script>ipt>alert(1)</script>", "“http://x.y” ok", "mailto:a@b.c, tel:0800",
    ]

    @Test("however the stream is cut, the result is that of the whole text")
    func pieces() {
        var random = SeededGenerator(4)
        for text in Self.texts + NamedPeople.hostileNames {
            let whole = PlainText.clean(text)
            for _ in 0..<30 {
                var cleaner = LinkCleaner()
                var made = ""
                var rest = Substring(text)
                while !rest.isEmpty {
                    let piece = rest.prefix(Int.random(in: 1...7, using: &random))
                    made += cleaner.take(piece)
                    rest = rest.dropFirst(piece.count)
                }
                #expect(made + cleaner.finish() == whole, "\(text)")
            }
        }
    }

    @Test("nothing that a page would load or follow is left")
    func harmless() {
        var random = SeededGenerator(6)
        let parts = [
            "![", "[", "]", "](", "(", ")", "<", ">", "img", " ", "http://e.x/", "//e.x", "a", "\n", "!", "www.",
            "data:x",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
            }.joined()
            let clean = PlainText.clean(text)
            #expect(
                !clean.contains("](") && !clean.contains("://") && clean.firstMatch(of: /<[A-Za-z\/][^<>]*>/) == nil,
                "\(text.debugDescription) → \(clean.debugDescription)")
        }
    }

    @Test("what is held back is bounded, and words too long for their markup come through without it")
    func bounded() {
        for opening in ["[", "![", "<a ", "[x](", "http://", "word"] {
            var cleaner = LinkCleaner()
            var shown = cleaner.take(opening)
            for _ in 0..<4_000 { shown += cleaner.take("abc") }
            let rest = cleaner.finish()
            #expect(rest.count <= 1_100, "\(opening): \(rest.count)")
            #expect(!shown.contains("[") && !shown.contains("<") && !shown.contains("://"))
        }
        let long = "![" + String(repeating: "a ", count: 400) + "](http://evil.example/?q=1)"
        #expect(!PlainText.clean(long).contains("![") && !PlainText.clean(long).contains("evil"))
    }

    @Test("ordinary words pass at once, piece by piece")
    func prompt() {
        var cleaner = LinkCleaner()
        #expect(
            cleaner.take("You have ") == "You have " && cleaner.take("£5 left") == "£5 "
                && cleaner.take(". ") == "left. ")
        #expect(cleaner.finish() == "")
    }
}
