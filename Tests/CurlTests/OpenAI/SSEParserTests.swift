import Testing

@testable import OpenAI

/// Numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite("Server-sent events")
struct SSEParserTests {
    /// All payloads of a stream that arrives in these pieces.
    private func payloads(_ pieces: [[UInt8]], maxBytes: Int = 1 << 20) throws -> [String] {
        var parser = SSEParser(maxBytes: maxBytes)
        var result: [String] = []
        for piece in pieces {
            parser.feed(piece)
            while let payload = try parser.next() { result.append(String(decoding: payload, as: UTF8.self)) }
        }
        return result
    }

    private func payloads(_ text: String) throws -> [String] { try payloads([Array(text.utf8)]) }

    @Test(
        "every form the standard allows reads the same",
        arguments: [
            "data: a\n\ndata: b\n\n", "data: a\r\n\r\ndata: b\r\n\r\n", "data: a\r\rdata: b\r\r",
            "data: a\r\n\ndata: b\n\r\n", "data:a\n\ndata:b\n\n", "\u{FEFF}data: a\n\n\n\n\ndata: b\n\n",
            ": hi\nevent: x\nid: 7\nretry: 9\ndata: a\n\n:\n\ndata: b\nfoo: bar\nfoo\n\n",
            "\r\n\r\ndata: a\n\ndata: b\r\r\n",
        ])
    func forms(stream: String) throws {
        #expect(try payloads(stream) == ["a", "b"])
    }

    @Test("several data lines are one payload, an empty one counts, one space is taken off")
    func fields() throws {
        #expect(try payloads("data: a\ndata:  b\ndata\ndata:\n\n") == ["a\n b\n\n"])
        #expect(try payloads("database: a\n\nData: b\n\n data: c\n\n") == [])
        #expect(try payloads("data\n\n") == [""])
    }

    @Test("an event that is not closed by an empty line is not one")
    func unfinished() throws {
        #expect(try payloads("data: a\n\ndata: b\n") == ["a"])
        #expect(try payloads("data: a\n\ndata: b") == ["a"])
    }

    private static let zoo =
        "\u{FEFF}: hello\r\ndata: {\"é\":\"🪙\"}\r\n\r\ndata: one\ndata: two\n\nevent: x\rdata:three\r\r"
        + "data: naïve café £5\r\n\n\n\ndata: [DONE]\n\n"
    private static let zooPayloads = ["{\"é\":\"🪙\"}", "one\ntwo", "three", "naïve café £5", "[DONE]"]

    @Test("a stream torn in two at any byte reads the same")
    func tornAnywhere() throws {
        let bytes = Array(Self.zoo.utf8)
        for cut in 0...bytes.count {
            #expect(try payloads([Array(bytes[..<cut]), Array(bytes[cut...])]) == Self.zooPayloads, "cut at \(cut)")
        }
        #expect(try payloads(bytes.map { [$0] }) == Self.zooPayloads)
    }

    @Test("a stream torn anywhere into any number of pieces reads the same")
    func tornAtRandom() throws {
        let bytes = Array(Self.zoo.utf8)
        for seed in 1...500 {
            var random = Seeded(UInt64(seed))
            var pieces: [[UInt8]] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let size = Int.random(in: 0...min(rest.count, 9), using: &random)
                pieces.append(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            #expect(try payloads(pieces) == Self.zooPayloads, "seed \(seed)")
        }
    }

    @Test("random bytes never do more than fail")
    func noise() {
        for seed in 1...300 {
            var random = Seeded(UInt64(seed))
            let alphabet = Array("data: \r\n:{}\u{FEFF}x".utf8)
            let bytes = (0..<200).compactMap { _ in alphabet.randomElement(using: &random) }
            #expect((try? payloads([bytes], maxBytes: 20)) == (try? payloads(bytes.map { [$0] }, maxBytes: 20)))
        }
    }

    @Test("a line over the limit is an error, whether it ends or not, and whatever field it is")
    func longLine() {
        let long = String(repeating: "x", count: 101)
        for text in ["data: \(long)", "data: \(long)\n\n", ": \(long)\n", long] {
            #expect(throws: OpenAIError.self) { try payloads([Array(text.utf8)], maxBytes: 100) }
        }
    }

    @Test("a payload of many short lines over the limit is an error")
    func longPayload() {
        let text = String(repeating: "data: 0123456789\n", count: 20)
        #expect(throws: OpenAIError.self) { try payloads([Array(text.utf8)], maxBytes: 100) }
    }

    @Test("a flood of empty lines and comments keeps nothing")
    func flood() throws {
        var parser = SSEParser(maxBytes: 100)
        let piece = Array(String(repeating: "\n", count: 900).utf8) + Array(": keep-alive\n".utf8)
        for _ in 0..<1_000 {
            parser.feed(piece)
            #expect(try parser.next() == nil)
            #expect(parser.pendingBytes <= piece.count)
        }
        parser.feed(Array("data: a\n\n".utf8))
        #expect(try parser.next() == [0x61])
    }
}
