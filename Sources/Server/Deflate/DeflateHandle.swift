internal import CZlib
import NIOCore

/// The one place that calls zlib. Without context takeover a message is compressed and expanded on its own, so a socket
/// keeps no zlib state between messages; the state lives on the stack of one call.
enum DeflateHandle {
    /// How much output is made room for at a time; an expansion never holds more than its limit and one such chunk.
    private static let chunk = 16 << 10
    /// The end of a flushed block, which RFC 7692 leaves off the wire.
    private static let tail: [UInt8] = [0x00, 0x00, 0xff, 0xff]
    /// Level 1 and a small state: chat text gains little from more.
    private static let level: Int32 = 1
    private static let windowBits: Int32 = 13
    private static let memoryLevel: Int32 = 6

    /// Expands one message; over `limit` bytes is 1009, found while expanding; what is not whole deflate data is 1007.
    static func inflate(_ data: ByteBuffer, limit: Int) throws(ProtocolViolation) -> ByteBuffer {
        var input = data
        input.writeBytes(tail)
        var output = ByteBuffer()
        let isWhole = withStream { stream in
            guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
                return false
            }
            defer { inflateEnd(stream) }
            // 128: zlib stands between two blocks, so nothing is missing. A call without input says nothing about that.
            var isBetweenBlocks = false
            let status = pump(stream, &input, into: &output, limit: limit) {
                let status = CZlib.inflate(stream, Z_SYNC_FLUSH)
                if status == Z_OK { isBetweenBlocks = stream.pointee.data_type & 128 != 0 }
                return status
            }
            return status == Z_STREAM_END || isDry(status) && isBetweenBlocks
        }
        guard output.readableBytes <= limit else { throw .tooBig("message over \(limit) bytes when expanded") }
        guard isWhole else { throw .init(code: CloseCode.invalidText, reason: "message is not deflate data") }
        return output
    }

    /// Compresses one message within the window the client allows; nil when zlib has no memory.
    static func deflate(_ data: ByteBuffer, maxWindowBits: Int32) -> ByteBuffer? {
        var input = data
        var output = ByteBuffer()
        let isDone = withStream { stream in
            let ready = deflateInit2_(
                stream, level, Z_DEFLATED, -min(windowBits, maxWindowBits), memoryLevel, Z_DEFAULT_STRATEGY,
                ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            guard ready == Z_OK else { return false }
            defer { deflateEnd(stream) }
            return isDry(pump(stream, &input, into: &output, limit: .max) { CZlib.deflate(stream, Z_SYNC_FLUSH) })
        }
        guard isDone, output.readableBytes >= tail.count else { return nil }
        return output.readSlice(length: output.readableBytes - tail.count)
    }

    /// All input is used; the second code says that there was none left to use.
    private static func isDry(_ status: Int32) -> Bool { status == Z_OK || status == Z_BUF_ERROR }

    /// zlib keeps a pointer back to its stream, which therefore needs one address for as long as it is used.
    private static func withStream(_ body: (UnsafeMutablePointer<z_stream>) -> Bool) -> Bool {
        withUnsafeTemporaryAllocation(of: z_stream.self, capacity: 1) { raw in
            guard let stream = raw.baseAddress else { return false }
            stream.initialize(to: z_stream())
            defer { stream.deinitialize(count: 1) }
            return body(stream)
        }
    }

    private static func pump(
        _ stream: UnsafeMutablePointer<z_stream>, _ input: inout ByteBuffer, into output: inout ByteBuffer, limit: Int,
        _ step: () -> Int32
    ) -> Int32 {
        input.withUnsafeMutableReadableBytes { bytes in
            stream.pointee.next_in = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_in = UInt32(clamping: bytes.count)
            var status = Z_OK
            repeat {
                output.writeWithUnsafeMutableBytes(minimumWritableBytes: chunk) { space in
                    let room = min(space.count, chunk)
                    stream.pointee.next_out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
                    stream.pointee.avail_out = UInt32(clamping: room)
                    status = step()
                    return room - Int(stream.pointee.avail_out)
                }
            } while status == Z_OK && stream.pointee.avail_out == 0 && output.readableBytes <= limit
            return status
        }
    }
}
