import NIOCore

/// The kinds of frame that RFC 6455 knows; every other number is a violation.
enum Opcode: UInt8 {
    case continuation = 0
    case text = 1
    case binary = 2
    case close = 8
    case ping = 9
    case pong = 10

    var isControl: Bool { rawValue >= 8 }
}

/// What precedes the payload of a client's frame: two bytes, up to eight of length, four of mask.
struct FrameHeader: Equatable {
    var opcode: Opcode
    var isFinal: Bool
    /// RSV1: the first frame of a compressed message has it.
    var isCompressed: Bool
    var length: Int
    /// Key bytes in order of use, the first in the lowest byte.
    var mask: UInt32

    /// The longest header there is.
    static let maxSize = 14

    /// Reads a header off the front, or nil when it is not all there. A rule that the first two bytes break is told
    /// without waiting for the rest.
    static func read(from bytes: inout ByteBuffer, rules: FrameRules) throws(ProtocolViolation) -> FrameHeader? {
        let start = bytes.readerIndex
        guard let first: UInt8 = bytes.getInteger(at: start), let second: UInt8 = bytes.getInteger(at: start + 1) else {
            return nil
        }
        let opcode = try rules.opcode(first: first, second: second)
        let lengthSize = second & 0x7f == 127 ? 8 : second & 0x7f == 126 ? 2 : 0
        let maskIndex = start + 2 + lengthSize
        guard let length = try Self.length(second & 0x7f, in: bytes, at: start + 2, rules) else { return nil }
        guard let mask = bytes.getInteger(at: maskIndex, endianness: .little, as: UInt32.self) else { return nil }
        bytes.moveReaderIndex(to: maskIndex + 4)
        return FrameHeader(
            opcode: opcode, isFinal: first & 0x80 != 0, isCompressed: first & 0x40 != 0, length: length, mask: mask)
    }

    private static func length(
        _ short: UInt8, in bytes: ByteBuffer, at index: Int, _ rules: FrameRules
    ) throws(ProtocolViolation) -> Int? {
        switch short {
        case 126:
            guard let value: UInt16 = bytes.getInteger(at: index) else { return nil }
            return try rules.length(UInt64(value), atLeast: 126)
        case 127:
            guard let value: UInt64 = bytes.getInteger(at: index) else { return nil }
            return try rules.length(value, atLeast: 65_536)
        default:
            return try rules.length(UInt64(short), atLeast: 0)
        }
    }
}

/// What RFC 6455 asks of a single client frame, and our size limit. Rules over several frames are `MessageAssembler`'s.
struct FrameRules {
    var maxFrame: Int
    /// Whether permessage-deflate was agreed on, which gives RSV1 a meaning.
    var isCompressionAgreed: Bool

    func opcode(first: UInt8, second: UInt8) throws(ProtocolViolation) -> Opcode {
        guard let opcode = Opcode(rawValue: first & 0x0f) else { throw .broken("unknown kind of frame") }
        let mayCompress = isCompressionAgreed && (opcode == .text || opcode == .binary)
        guard first & 0x30 == 0, first & 0x40 == 0 || mayCompress else { throw .broken("reserved bit without meaning") }
        guard second & 0x80 != 0 else { throw .broken("frame is not masked") }
        if opcode.isControl {
            guard first & 0x80 != 0 else { throw .broken("control frame in fragments") }
            guard second & 0x7f <= 125 else { throw .broken("control frame over 125 bytes") }
        }
        return opcode
    }

    func length(_ value: UInt64, atLeast minimum: UInt64) throws(ProtocolViolation) -> Int {
        guard value >= minimum, value >> 63 == 0 else { throw .broken("length not in its shortest form") }
        guard value <= UInt64(maxFrame) else { throw .tooBig("frame over \(maxFrame) bytes") }
        return Int(value)
    }
}
