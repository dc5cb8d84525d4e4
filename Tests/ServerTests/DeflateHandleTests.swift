import NIOCore
import Testing

@testable import Server

@Suite("Compression of one message")
struct DeflateHandleTests {
    @Test("What is compressed comes back, whatever the window and the content", arguments: [9, 11, 15] as [Int32])
    func roundTrip(bits: Int32) throws {
        var random = SystemRandomNumberGenerator()
        let noise = (0..<50_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        for content in [[], [7], Array(repeating: 0x41, count: 100_000), noise] as [[UInt8]] {
            let packed = try #require(DeflateHandle.deflate(ByteBuffer(bytes: content), maxWindowBits: bits))
            #expect(try DeflateHandle.inflate(packed, limit: 100_000) == ByteBuffer(bytes: content))
        }
    }

    @Test("The RFC's own examples are read: a block, a stored block, a final block and two blocks")
    func examples() throws {
        let hello: [[UInt8]] = [
            [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00],
            [0x00, 0x05, 0x00, 0xfa, 0xff, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x00],
            [0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x00],
            [0xf2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xff, 0xff, 0xca, 0xc9, 0xc9, 0x07, 0x00],
        ]
        for bytes in hello {
            #expect(try DeflateHandle.inflate(ByteBuffer(bytes: bytes), limit: 100) == ByteBuffer(string: "Hello"))
        }
    }

    @Test("A bomb is stopped at the limit while it expands (F18)")
    func bomb() throws {
        let zeros = ByteBuffer(repeating: 0, count: 64 << 20)
        let packed = try #require(DeflateHandle.deflate(zeros, maxWindowBits: 15))
        #expect(packed.readableBytes < 512 << 10)
        let start = ContinuousClock.now
        #expect(throws: ProtocolViolation.tooBig("message over 65536 bytes when expanded")) {
            try DeflateHandle.inflate(packed, limit: 64 << 10)
        }
        #expect(ContinuousClock.now - start < .seconds(1))
    }

    @Test("The limit itself is not too much")
    func atTheLimit() throws {
        let packed = try #require(DeflateHandle.deflate(ByteBuffer(repeating: 0, count: 65_536), maxWindowBits: 15))
        #expect(try DeflateHandle.inflate(packed, limit: 65_536).readableBytes == 65_536)
        #expect(throws: ProtocolViolation.self) { try DeflateHandle.inflate(packed, limit: 65_535) }
    }

    @Test("Damaged and cut data is an error, never half a message")
    func damaged() throws {
        let packed = try #require(
            DeflateHandle.deflate(ByteBuffer(string: String(repeating: "abc", count: 99)), maxWindowBits: 15))
        #expect(throws: ProtocolViolation.self) {
            try DeflateHandle.inflate(ByteBuffer(bytes: [0xFF, 0xFF, 0xFF]), limit: 99)
        }
        var cut = packed
        cut.moveWriterIndex(to: cut.writerIndex - 4)
        #expect(throws: ProtocolViolation.self) { try DeflateHandle.inflate(cut, limit: 10_000) }
    }
}
