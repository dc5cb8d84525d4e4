import NIOCore
import TestServers
import Testing

@testable import Server

@Suite("Frames to messages")
struct MessageAssemblerTests {
    private var limits: WebSocketLimits {
        var limits = WebSocketLimits()
        limits.maxMessage = 1_000
        limits.maxFragments = 4
        return limits
    }

    private func receive(_ frames: [RawFrame], compressed: Bool = false) throws -> [MessageAssembler.Received] {
        var receiver = FrameReceiver(limits: limits, isCompressionAgreed: compressed)
        var input = ByteBuffer(bytes: frames.flatMap { $0.bytes() })
        var received: [MessageAssembler.Received] = []
        while let next = try receiver.next(&input) { received.append(next) }
        return received
    }

    private func code(_ frames: [RawFrame], compressed: Bool = false) -> UInt16? {
        do {
            _ = try receive(frames, compressed: compressed)
            return nil
        } catch {
            return (error as? ProtocolViolation)?.code
        }
    }

    @Test("Fragments join, with control frames in between and an empty last one")
    func fragments() throws {
        let received = try receive([
            .text("Hel", fin: false), RawFrame(9, "p".utf8), RawFrame(0, "lo".utf8, fin: false), RawFrame(10),
            RawFrame(0),
        ])
        #expect(received == [.ping(ByteBuffer(string: "p")), .pong, .text("Hello")])
    }

    @Test("A character may be cut by a fragment; a message may not end inside one")
    func cutCharacter() throws {
        let bytes = Array("😀".utf8)
        let start = RawFrame(1, bytes.prefix(2), fin: false)
        #expect(try receive([start, RawFrame(0, bytes.suffix(2))]) == [.text("😀")])
        #expect(code([start, RawFrame(0)]) == CloseCode.invalidText)
    }

    @Test("Bad UTF-8 is refused before its frame has ended")
    func failsFast() {
        var receiver = FrameReceiver(limits: limits, isCompressionAgreed: false)
        let frame = RawFrame(1, [0x41, 0xC0, 0x80] + [UInt8](repeating: 0x41, count: 50)).bytes(masked: true)
        var input = ByteBuffer(bytes: frame.prefix(10))
        #expect(throws: ProtocolViolation.invalidText) { try receiver.next(&input) }
    }

    @Test("Binary is handed on as it is")
    func binary() throws {
        #expect(try receive([RawFrame(2, [0xFF, 0xFE])]) == [.binary(ByteBuffer(bytes: [0xFF, 0xFE]))])
    }

    @Test("What may not follow what is 1002")
    func order() {
        #expect(code([RawFrame(0, "x".utf8)]) == CloseCode.protocolError)
        #expect(code([.text("a", fin: false), .text("b")]) == CloseCode.protocolError)
        #expect(code([.text("a"), RawFrame(0, "b".utf8)]) == CloseCode.protocolError)
    }

    @Test("Too much over all fragments, and too many of them, is 1009 (F17)")
    func tooBig() {
        let part = [UInt8](repeating: 0x41, count: 500)
        #expect(code([RawFrame(1, part, fin: false), RawFrame(0, part)]) == nil)
        #expect(code([RawFrame(1, part, fin: false), RawFrame(0, part + [0x41])]) == CloseCode.tooBig)
        let empty = RawFrame(0, fin: false)
        #expect(code([RawFrame(1, fin: false), empty, empty, RawFrame(0)]) == nil)
        #expect(code([RawFrame(1, fin: false), empty, empty, empty, RawFrame(0)]) == CloseCode.tooBig)
    }

    @Test("A close frame has a code that may travel and a reason in UTF-8, or is empty")
    func close() throws {
        #expect(try receive([RawFrame(8)]) == [.close(nil, "")])
        #expect(try receive([.close(1000, "bye")]) == [.close(1000, "bye")])
        for allowed: UInt16 in [1000, 1001, 1002, 1003, 1007, 1011, 1012, 1014, 3000, 4999] {
            #expect(code([.close(allowed)]) == nil)
        }
        for refused: UInt16 in [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2999, 5000, 65_535] {
            #expect(code([.close(refused)]) == CloseCode.protocolError)
        }
        #expect(code([RawFrame(8, [3])]) == CloseCode.protocolError)
        #expect(code([RawFrame(8, [3, 232, 0xC0, 0x80])]) == CloseCode.invalidText)
    }

    @Test("A compressed message is expanded, also over fragments, and its text is checked")
    func compressed() throws {
        let text = String(repeating: "rent and food ", count: 20)
        let packed = try #require(DeflateHandle.deflate(ByteBuffer(string: text), maxWindowBits: 15))
        let bytes = Array(packed.readableBytesView)
        #expect(try receive([RawFrame(1, bytes, reserved: 4)], compressed: true) == [.text(text)])
        let split = [RawFrame(1, bytes.prefix(5), fin: false, reserved: 4), RawFrame(0, bytes.dropFirst(5))]
        #expect(try receive(split, compressed: true) == [.text(text)])
        let bad = try #require(DeflateHandle.deflate(ByteBuffer(bytes: [0xC0, 0x80]), maxWindowBits: 15))
        #expect(code([RawFrame(1, bad.readableBytesView, reserved: 4)], compressed: true) == CloseCode.invalidText)
    }
}
