import NIOCore
import TestServers
import Testing

@testable import Server

@Suite("Our own frames")
struct FrameWriterTests {
    @Test("A frame has the shortest length and no mask", arguments: [0, 125, 126, 65_535, 65_536])
    func lengths(count: Int) {
        let text = String(repeating: "a", count: count)
        let frame = FrameWriter.text(text)
        #expect(Array(frame.readableBytesView) == RawFrame.text(text).bytes(masked: false))
        #expect(FrameWriter.frame(.text, ByteBuffer(string: text)) == frame)
    }

    @Test("A compressed frame says so")
    func compressed() {
        let frame = FrameWriter.frame(.binary, ByteBuffer(bytes: [1]), isCompressed: true)
        #expect(Array(frame.readableBytesView) == [0xC2, 1, 1])
    }

    @Test("A close frame has its code and reason; a long reason is cut between characters")
    func close() {
        #expect(Array(FrameWriter.close(nil).readableBytesView) == [0x88, 0])
        #expect(Array(FrameWriter.close(1000, "a").readableBytesView) == [0x88, 3, 3, 232, 0x61])
        let long = FrameWriter.close(1000, String(repeating: "😀", count: 40))
        #expect(long.readableBytes == 2 + 2 + 30 * 4)
    }
}
