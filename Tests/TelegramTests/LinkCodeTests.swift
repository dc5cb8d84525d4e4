import TestKit
import Testing

@testable import Telegram

@Suite("A link code")
struct LinkCodeTests {
    static func code(_ seed: UInt64) -> LinkCode {
        var random = SeededGenerator(seed)
        return LinkCode(random: (0..<LinkCode.randomBytes).map { _ in UInt8(truncatingIfNeeded: random.next() >> 24) })
    }

    @Test("the alphabet has 31 characters, none of which looks like another")
    func alphabet() {
        #expect(LinkCode.alphabet.count == 31 && Set(LinkCode.alphabet).count == 31)
        for doubtful in "0O1IL" { #expect(!LinkCode.alphabet.contains(doubtful)) }
        #expect(LinkCode.alphabet.allSatisfy { $0.isUppercase || $0.isNumber })
    }

    @Test("a code is eight characters of it, and thousands of codes use all of them about equally, in every place")
    func spread() {
        var counts = [[Character: Int]](repeating: [:], count: 8)
        var texts: Set<String> = []
        for seed in 0..<6_200 {
            let text = Self.code(UInt64(seed)).text
            texts.insert(text)
            for (place, character) in text.enumerated() { counts[place][character, default: 0] += 1 }
        }
        #expect(texts.count == 6_200)
        for place in counts {
            #expect(Set(place.keys) == Set(LinkCode.alphabet))
            #expect(place.values.allSatisfy { (120...285).contains($0) }, "about 200 each")
        }
    }

    @Test("the same bytes make the same code, a byte changed makes another")
    func bytes() {
        let zeros = [UInt8](repeating: 0, count: 16)
        #expect(LinkCode(random: zeros).text == "22222222")
        #expect(LinkCode(random: [UInt8](repeating: 0xFF, count: 16)).text == "33333333")
        for place in 0..<16 {
            var other = zeros
            other[place] = 1
            #expect(LinkCode(random: other) != LinkCode(random: zeros), "byte \(place) counts")
        }
    }

    @Test("case, spaces and hyphens do not matter", arguments: 0..<20)
    func typed(seed: Int) throws {
        let code = Self.code(UInt64(seed))
        let spaced = code.text.map(String.init).joined(separator: " ")
        for text in [
            code.text, code.text.lowercased(), code.shown, " \(code.shown)\n", spaced,
            "\(code.text.prefix(4))–\(code.text.suffix(4)).",
        ] {
            #expect(LinkCode(typed: text) == code)
        }
        #expect(code.shown.count == 9 && code.shown.dropFirst(4).first == "-")
    }

    @Test(
        "what cannot be a code is none",
        arguments: [
            "", "ABCDEFG", "ABCDEFGHJ", "ABCDEFG0", "ABCDEFGO", "ABCDEFG1", "ABCDEFGI", "ABCDEFGL", "ABCDEFGÄ",
            "ABCDEFGß", "ABCDEFß",
            "ＡＢＣＤＥＦＧＨ", "ABCD/FGH", "ABCDEFG\u{301}H", String(repeating: " ", count: 100) + "ABCDEFGH", "😀😀😀😀😀😀😀😀",
            "\0\0\0\0\0\0\0\0",
        ])
    func noCode(text: String) { #expect(LinkCode(typed: text) == nil) }

    @Test("a typed text of 64 bytes is read, one of 65 is not")
    func longest() {
        let code = "ABCDEFGH"
        #expect(LinkCode(typed: code + String(repeating: " ", count: 56)) != nil)
        #expect(LinkCode(typed: code + String(repeating: " ", count: 57)) == nil)
    }

    @Test("it is stored under a keyed hash: 64 hex digits, another for each salt and each code")
    func stored() throws {
        let code = try #require(LinkCode(typed: "ABCD-EFGH"))
        let name = code.storedName(salt: "salt")
        #expect(name.count == 64 && name.allSatisfy { "0123456789abcdef".contains($0) })
        // HMAC-SHA256 of "ABCDEFGH" under "salt", by another implementation.
        #expect(name == "54da3259e7e0147fcf5d77489956601608d7660ac1a47fefa7025a8167813a05")
        #expect(name != code.storedName(salt: "other") && name != Self.code(1).storedName(salt: "salt"))
    }

    @Test("no print or dump shows it")
    func hidden() {
        let code = Self.code(3)
        var told = "\(code) \(String(reflecting: code)) \([code])"
        dump(code, to: &told)
        #expect(!told.contains(code.text) && told.contains("a link code"))
    }
}
