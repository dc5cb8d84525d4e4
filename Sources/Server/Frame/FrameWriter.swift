import NIOCore

/// Our own frames: final, unmasked, length in its shortest form.
enum FrameWriter {
    /// Longest reason that fits a close frame beside its code.
    static let maxReason = 123

    /// A frame around text, which is written once, behind its header.
    static func text(_ text: String) -> ByteBuffer {
        var frame = header(.text, length: text.utf8.count)
        frame.writeString(text)
        return frame
    }

    /// A frame around bytes.
    static func frame(_ opcode: Opcode, _ payload: ByteBuffer, isCompressed: Bool = false) -> ByteBuffer {
        var frame = header(opcode, length: payload.readableBytes, isCompressed: isCompressed)
        frame.writeImmutableBuffer(payload)
        return frame
    }

    /// A close frame; one without a code is empty. A reason too long is cut between two characters.
    static func close(_ code: UInt16?, _ reason: String = "") -> ByteBuffer {
        guard let code else { return frame(.close, ByteBuffer()) }
        var payload = ByteBuffer()
        payload.writeInteger(code)
        var room = maxReason
        for character in reason {
            room -= character.utf8.count
            guard room >= 0 else { break }
            payload.writeString(String(character))
        }
        return frame(.close, payload)
    }

    private static func header(_ opcode: Opcode, length: Int, isCompressed: Bool = false) -> ByteBuffer {
        var bytes = ByteBufferAllocator().buffer(capacity: length + 10)
        bytes.writeInteger(0x80 | (isCompressed ? 0x40 : 0) | opcode.rawValue)
        switch length {
        case ..<126:
            bytes.writeInteger(UInt8(length))
        case ..<65_536:
            bytes.writeInteger(UInt8(126))
            bytes.writeInteger(UInt16(length))
        default:
            bytes.writeInteger(UInt8(127))
            bytes.writeInteger(UInt64(length))
        }
        return bytes
    }
}
