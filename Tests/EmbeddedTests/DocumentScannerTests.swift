import Finance
import FoundationEssentials
import Testing

@testable import Embedded

@Suite("Reading stored documents")
struct DocumentScannerTests {
    @Test(
        "Anything but the compact form it writes is refused at the byte where it goes wrong",
        arguments: [
            ("", 0), ("[]", 0), ("{", 1), ("{} ", 2), ("{\"a\":1}", 5), ("{\"a\":nil}", 6),
            ("{\"a\":{\"what\":1}}", 12),
            ("{\"a\":{\"int\":1.5}}", 13), ("{\"a\":{\"int\":9223372036854775808}}", 31),
            ("{\"a\":{\"bool\":tru}}", 16),
            ("{\"a\":null\"b\":null}", 9), ("{\"a\":null,\"a\":null}", 18), ("{\"a\":{\"string\":\"\\x\"}}", 18),
            ("{\"a\":{\"string\":\"\\ud800\"}}", 18), ("{\"a\":{\"string\":\"open}}", 22),
            ("{\"a\":{\"array\":[null null]}}", 19),
        ])
    func refusal(_ text: String, _ offset: Int) {
        let error = #expect(throws: DocumentText.Malformed.self) { try DocumentText.read(text) }
        #expect(error?.offset == offset)
    }

    @Test("Every cut of a good text is refused, and no change of a byte brings it down")
    func damage() throws {
        let document = Document([
            "name": .string("naïve £\n"), "amount": .double(12.5), "on": .date(.init(timeIntervalSince1970: 9)),
            "list": .array([.null, .bool(true), .int(-3)]), "in": .document(Document(["id": .id("66")])),
        ])
        let bytes = Array(DocumentText.write(document).utf8)
        for length in 0..<bytes.count {
            #expect(throws: DocumentText.Malformed.self) {
                try DocumentText.read(String(decoding: bytes[..<length], as: UTF8.self))
            }
        }
        var draws = SeededDraws(11)
        for _ in 0..<3_000 {
            var damaged = bytes
            damaged[draws.int(0...bytes.count - 1)] = UInt8(draws.int(0...255))
            _ = try? DocumentText.read(String(decoding: damaged, as: UTF8.self))
        }
    }
}
