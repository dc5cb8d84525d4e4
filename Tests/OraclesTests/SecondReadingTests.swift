import Testing

@testable import Oracles

/// The oracles' own readings, against examples done by hand: a reading that finds nothing would agree with anything.
@Suite("Bytes read a second time")
struct SecondReadingTests {
    @Test("events with every kind of line end, a mark, a comment and fields without values")
    func events() {
        let text = "\u{feff}data: a\r\ndata:b\n\r: note\nid: 7\n\ndata\r\rdata: unfinished"
        let found = EventText(Array(text.utf8), limit: 20)
        #expect(found.payloads == [Array("a\nb".utf8), []] && !found.isTooLong)
    }

    @Test("a line, a payload of several lines and an unfinished line are too long by the same limit")
    func limits() {
        for text in ["data: 123456\n", "data: 123\ndata: 456\ndata: 789\n", "data: 12345"] {
            #expect(EventText(Array(text.utf8), limit: 9).isTooLong, "\(text)")
        }
        #expect(!EventText(Array("data: 123\ndata: 456\n".utf8), limit: 9).isTooLong)
    }

    @Test("a walk finds a message in fragments, what comes between them, and no message that is not whole")
    func walk() throws {
        let key: [UInt8] = [0, 0, 0, 0]
        let fragments = [[0x01, 0x81] + key + [0x61], [0x89, 0x80] + key, [0x80, 0x81] + key + [0x62]]
        let bytes = Array(fragments.joined()) + [0x82, 0x85] + key
        let expected = [Message(opcode: 9), Message(opcode: 1, payload: [0x61, 0x62])]
        #expect(try FrameWalk.messages(bytes) == expected)
    }

    @Test(
        "a walk refuses what no client may send",
        arguments: [[0xc1, 0x80, 0, 0, 0, 0], [0x81, 0x00], [0x83, 0x80, 0, 0, 0, 0], [0x09, 0x80, 0, 0, 0, 0]])
    func refused(_ bytes: [UInt8]) {
        #expect(throws: BrokenPromise.self) { try FrameWalk.messages(bytes) }
    }

    @Test("every way to cut gives all bytes, in order")
    func pieces() {
        let bytes = (0..<2_000).map { UInt8(truncatingIfNeeded: $0) }
        for seed in UInt8.min...UInt8.max {
            for way in Pieces.ways(bytes, seed: seed) { #expect(Array(way.joined()) == bytes) }
        }
    }
}
