import Testing

@testable import Analyses

@Suite("Names reduced to what they say")
struct NameKeyTests {
    @Test(
        "case, numbers, punctuation and spaces say nothing; an apostrophe joins",
        arguments: [
            ("TESCO STORES 3121", "tesco stores"), ("  Sainsbury's!! ", "sainsburys"), ("B&Q", "b q"), ("12/04 £5", ""),
            ("Café Zoë", "café zoë"), ("a1b", "a b"), ("🐕 Barkwell", "barkwell"),
        ])
    func reduced(typed: String, text: String) { #expect(NameKey(typed).text == text) }

    @Test("a name without end is cut")
    func bounded() { #expect(NameKey(String(repeating: "ab ", count: 500)).text.utf8.count <= NameKey.limit + 4) }

    @Test("the hash is FNV-1a, on every machine")
    func hash() {
        #expect(NameKey("").hash == 0xCBF2_9CE4_8422_2325)
        #expect(NameKey("a").hash == 0xAF63_DC4C_8601_EC8C)
    }
}
