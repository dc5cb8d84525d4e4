import Finance
import Testing

@Suite("Text a person typed")
struct TypedTextTests {
    @Test(
        "keeps what can be read and drops what hides or commands",
        arguments: [
            ("Rent", "Rent"), ("  two  words ", "two words"), ("a\r\nb\tc", "a b c"), ("nul\u{0}l", "null"),
            ("\u{1B}[31mred", "[31mred"), ("\u{202E}abc\u{2066}", "abc"), ("zero\u{200B}width\u{FEFF}", "zerowidth"),
            ("tag\u{E0041}\u{E007F}ged", "tagged"), ("a\u{2028}b\u{00A0}c", "a b c"), ("", ""), (" \n ", ""),
            ("Café 👩‍👩‍👧 شقة", "Café 👩‍👩‍👧 شقة"),
        ])
    func cleans(raw: String, text: String) { #expect(TypedText(raw).text == text) }

    @Test("is cut at its limit, with an ellipsis")
    func limit() {
        let long = TypedText(String(repeating: "x", count: 10_000))
        #expect(long.isCut)
        #expect(long.text.unicodeScalars.count == TypedText.nameLimit + 1)
        #expect(long.text.hasSuffix("…"))
        #expect(!TypedText(String(repeating: "x", count: TypedText.nameLimit)).isCut)
        #expect(TypedText("a b c", limit: 3).text == "a b…")
    }

    @Test("one letter with a thousand marks is bounded too")
    func marks() {
        let text = TypedText("e" + String(repeating: "\u{301}", count: 1_000)).text
        #expect(text.unicodeScalars.count <= TypedText.nameLimit + 1)
    }

    @Test("cleaning twice changes nothing", arguments: ["a  b\u{0}", " x ", "…", "\u{202E}"])
    func idempotent(raw: String) {
        let once = TypedText(raw).text
        #expect(TypedText(once).text == once)
    }

    @Test("is quoted without quotes of its own, and short")
    func quoted() {
        #expect(String.quoted("say “hi”\u{202E}") == "“say 'hi'”")
        #expect(String.quoted("a \"b\" c") == "“a 'b' c”")
        #expect(String.quoted(String(repeating: "x", count: 200)).count == 63)
        #expect(String.quoted("abcdef", limit: 3) == "“abc…”")
    }
}
