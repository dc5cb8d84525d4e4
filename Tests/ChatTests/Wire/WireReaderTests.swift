import TestKit
import Testing

@testable import Chat

@Suite("Reading JSON of a hostile sender")
struct WireReaderTests {
    private func read(_ text: String, depth: Int = 32) throws -> WireValue {
        try WireReader.read(text, maximumDepth: depth)
    }

    @Test(
        "Every kind of value is read",
        arguments: [
            ("null", WireValue.null), ("true", .bool(true)), (" false ", .bool(false)),
            ("-0.5e+10", .number("-0.5e+10")),
            ("1e400", .number("1e400")), ("9223372036854775808", .number("9223372036854775808")),
            (#""a\"b\\\/\n\t""#, .string("a\"b\\/\n\t")),
            ("[1,[2],{}]", .array([.number("1"), .array([.number("2")]), .object([:])])), ("{}", .object([:])),
            (#"{"a":{"b":1},"c":"d"}"#, .object(["a": .object(["b": .number("1")]), "c": .string("d")])),
        ])
    func kinds(_ text: String, _ expected: WireValue) throws {
        #expect(try read(text) == expected)
    }

    @Test(
        "What is not JSON is refused",
        arguments: [
            "", " ", "hello", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "01", "1.", "+1", ".5", "1e", "nul", "\"a",
            "\"\n\"", "\"\\x\"", "\"\\u12\"", "1 2", "{}{}", "'a'", "\u{feff}{}", "[1 2]", "-",
        ])
    func refused(_ text: String) {
        #expect(throws: WireFault.notJSON) { try read(text) }
    }

    @Test("A lone surrogate becomes the replacement character, a pair becomes its character")
    func surrogates() throws {
        #expect(try read(#""\ud800""#) == .string("\u{fffd}"))
        #expect(try read(#""\udc00x""#) == .string("\u{fffd}x"))
        #expect(try read(#""\ud83d\ude00""#) == .string("😀"))
        #expect(try read(#""\ud800\u0041""#) == .string("\u{fffd}A"))
        #expect(try read(#""\ud800\ud83d\ude00""#) == .string("\u{fffd}😀"))
    }

    @Test("Of a key sent twice the last counts")
    func twice() throws {
        #expect(try read(#"{"a":1,"a":2}"#) == .object(["a": .number("2")]))
    }

    @Test("Nesting is read up to the cap and refused beyond it, ten thousand levels as well")
    func nesting() throws {
        let deepest = (1..<32).reduce(WireValue.array([])) { inner, _ in .array([inner]) }
        #expect(try read(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)) == deepest)
        #expect(throws: WireFault.tooDeep) { try read(String(repeating: "[", count: 33)) }
        #expect(throws: WireFault.tooDeep) { try read(String(repeating: "{\"a\":", count: 10_000)) }
    }

    @Test("Fifty thousand keys are read")
    func manyKeys() throws {
        let text = "{" + (0..<50_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
        guard case .object(let members) = try read(text) else { return #expect(Bool(false)) }
        #expect(members.count == 50_000)
    }

    @Test("Any bytes at all give a value or a fault, never a crash", arguments: 0..<200)
    func fuzz(_ seed: Int) {
        var random = SeededGenerator(UInt64(seed))
        let alphabet = Array(#"{}[]",:\u0d8e+-.tfn 12"#.utf8) + [0, 0x80, 0xF0, 0xFF]
        for _ in 0..<200 {
            let bytes = (0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] }
            _ = try? read(String(decoding: bytes, as: UTF8.self), depth: 8)
        }
    }
}
