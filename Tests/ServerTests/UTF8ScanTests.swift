import NIOCore
import Testing

@testable import Server

@Suite("Whether bytes can be UTF-8")
struct UTF8ScanTests {
    private func accepts(_ bytes: [UInt8], cut size: Int) -> Bool {
        var scan = UTF8Scan()
        for start in stride(from: 0, to: bytes.count, by: size) {
            guard scan.accept(ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)])) else { return false }
        }
        return scan.isWhole
    }

    @Test("Text of all kinds passes, wherever it is cut (F20)", arguments: 1...9)
    func valid(size: Int) {
        let text = "plain ascii text, κόσμε, grüße, 漢字, 😀👩‍👩‍👧, \u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"
        #expect(accepts(Array(text.utf8), cut: size))
    }

    @Test(
        "What no UTF-8 has is refused (F20)",
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE], [0x80], [0xBF], [0xC3, 0x28], [0xE2, 0x28, 0xA1],
            [0xF0, 0x9F, 0x98],
            [0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x80],
        ])
    func invalid(bytes: [UInt8]) {
        for size in [1, 2, bytes.count] { #expect(!accepts(bytes, cut: size)) }
    }

    @Test("The verdict is the standard library's on ten thousand random strings")
    func againstTheStandardLibrary() {
        let alphabet: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<10_000 {
            let bytes = (0..<Int.random(in: 1...6, using: &random)).map { _ in alphabet.randomElement() ?? 0 }
            #expect(accepts(bytes, cut: 2) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }

    @Test("A fault is found at its byte, not at the end of the text")
    func early() {
        var scan = UTF8Scan()
        let isAccepted = scan.accept(ByteBuffer(bytes: [0xF4, 0x90]))
        #expect(!isAccepted)
    }
}
