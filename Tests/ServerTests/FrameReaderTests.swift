import NIOCore
import TestServers
import Testing

@testable import Server

@Suite("Bytes to frames")
struct FrameReaderTests {
    private let rules = FrameRules(maxFrame: 1 << 10, isCompressionAgreed: false)

    /// The payloads of all whole frames in `bytes`, cut into `size`-byte segments.
    private func payloads(_ bytes: [UInt8], cut size: Int, _ rules: FrameRules? = nil) throws -> [[UInt8]] {
        var reader = FrameReader(rules: rules ?? self.rules)
        var payloads: [[UInt8]] = []
        var payload: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            var input = ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)])
            while let event = try reader.next(&input) {
                switch event {
                case .began: payload = []
                case .payload(let piece): payload += piece.readableBytesView
                case .ended: payloads.append(payload)
                }
            }
            #expect(input.readableBytes == 0)
        }
        return payloads
    }

    private func violation(_ bytes: [UInt8]) -> UInt16? {
        do {
            _ = try payloads(bytes, cut: bytes.count)
            return nil
        } catch {
            return (error as? ProtocolViolation)?.code
        }
    }

    @Test("Frames come out the same however the bytes are cut", arguments: [1, 2, 3, 5, 7, 64, 4_096])
    func cuts(size: Int) throws {
        let frames = [0, 1, 5, 125, 126, 127, 1_000].map { RawFrame(2, (0..<$0).map { UInt8(truncatingIfNeeded: $0) }) }
        #expect(try payloads(frames.flatMap { $0.bytes() }, cut: size) == frames.map(\.payload))
    }

    @Test("A length may need eight bytes")
    func longLength() throws {
        let frame = RawFrame(2, [UInt8](repeating: 7, count: 70_000))
        let wide = FrameRules(maxFrame: 100_000, isCompressionAgreed: false)
        #expect(try payloads(frame.bytes(), cut: 999, wide) == [frame.payload])
    }

    @Test(
        "A frame that breaks a rule is 1002 (F19)",
        arguments: [
            ("unmasked", RawFrame.text("a").bytes(masked: false)),
            ("RSV1", RawFrame(1, reserved: 4).bytes()), ("RSV2", RawFrame(1, reserved: 2).bytes()),
            ("RSV3", RawFrame(1, reserved: 1).bytes()), ("opcode 3", RawFrame(3).bytes()),
            ("opcode 7", RawFrame(7).bytes()), ("opcode 11", RawFrame(11).bytes()), ("opcode 15", RawFrame(15).bytes()),
            ("fragmented ping", RawFrame(9, fin: false).bytes()), ("fragmented close", RawFrame(8, fin: false).bytes()),
            ("long ping", RawFrame(9, [UInt8](repeating: 0, count: 126)).bytes()),
            ("two bytes for 5", RawFrame(2, [1, 2, 3, 4, 5]).bytes(length: .twoBytes)),
            ("eight bytes for 5", RawFrame(2, [1, 2, 3, 4, 5]).bytes(length: .eightBytes)),
            ("eight bytes for 200", RawFrame(2, [UInt8](repeating: 0, count: 200)).bytes(length: .eightBytes)),
            ("top bit", RawFrame(2).bytes(length: .claimed(1 << 63))),
        ])
    func broken(_ what: String, _ bytes: [UInt8]) {
        #expect(violation(bytes) == CloseCode.protocolError, "\(what)")
    }

    @Test("A frame over the limit is 1009 at its header, one at the limit is fine (F17)")
    func sizes() {
        #expect(violation(RawFrame(2, [UInt8](repeating: 0, count: 1_024)).bytes()) == nil)
        #expect(
            violation(Array(RawFrame(2, [UInt8](repeating: 0, count: 1_025)).bytes().prefix(8))) == CloseCode.tooBig)
        #expect(violation(RawFrame(2).bytes(length: .claimed(1 << 40))) == CloseCode.tooBig)
    }

    @Test("What the first two bytes break is told without the rest of the header")
    func early() {
        #expect(violation([0x83, 0x80]) == CloseCode.protocolError)
        #expect(violation([0x81, 0x05]) == CloseCode.protocolError)
    }

    @Test("RSV1 has a meaning on the first frame of a message once compression is agreed on, and nowhere else")
    func compressionBit() throws {
        let rules = FrameRules(maxFrame: 100, isCompressionAgreed: true)
        #expect(try rules.opcode(first: 0xC1, second: 0x80) == .text)
        #expect(throws: ProtocolViolation.self) { try rules.opcode(first: 0xC0, second: 0x80) }
        #expect(throws: ProtocolViolation.self) { try rules.opcode(first: 0xC9, second: 0x80) }
    }

    @Test("The start of a frame is remembered as unfinished, whole frames leave nothing")
    func unfinished() throws {
        var reader = FrameReader(rules: rules)
        var whole = ByteBuffer(bytes: RawFrame.text("abc").bytes())
        while try reader.next(&whole) != nil {}
        #expect(!reader.isMidFrame)
        var part = ByteBuffer(bytes: [0x81])
        #expect(try reader.next(&part) == nil)
        #expect(reader.isMidFrame)
    }
}
