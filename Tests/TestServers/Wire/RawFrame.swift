internal import NIOCore

/// One RFC 6455 frame, right or wrong: a test can make any combination of bits.
public struct RawFrame: Sendable, Equatable {
    /// The frame kinds of RFC 6455.
    public enum Opcode {
        /// A further part of a message.
        public static let continuation: UInt8 = 0
        /// Text.
        public static let text: UInt8 = 1
        /// Bytes.
        public static let binary: UInt8 = 2
        /// The goodbye.
        public static let close: UInt8 = 8
        /// Are you there?
        public static let ping: UInt8 = 9
        /// I am.
        public static let pong: UInt8 = 10
    }

    /// How the length is written.
    public enum LengthForm: Sendable {
        /// As short as it can be, which is the only right way.
        case minimal
        /// In two bytes, whatever it is.
        case twoBytes
        /// In eight bytes, whatever it is.
        case eightBytes
        /// In eight bytes, and this number instead of the true one.
        case claimed(UInt64)
    }

    /// Last part of its message.
    public var fin: Bool
    /// The three reserved bits: 4 is RSV1.
    public var reserved: UInt8
    /// See `Opcode`.
    public var opcode: UInt8
    /// The payload, unmasked.
    public var payload: [UInt8]

    /// A frame.
    public init(_ opcode: UInt8, _ payload: some Sequence<UInt8> = [], fin: Bool = true, reserved: UInt8 = 0) {
        self.fin = fin
        self.reserved = reserved
        self.opcode = opcode
        self.payload = Array(payload)
    }

    /// A text frame.
    public static func text(_ text: String, fin: Bool = true) -> RawFrame { RawFrame(Opcode.text, text.utf8, fin: fin) }

    /// A close frame with a code and a reason.
    public static func close(_ code: UInt16, _ reason: String = "") -> RawFrame {
        RawFrame(Opcode.close, [UInt8(code >> 8), UInt8(code & 255)] + Array(reason.utf8))
    }

    /// The payload as text.
    public var text: String { String(decoding: payload, as: UTF8.self) }

    /// The code in a close frame's payload; nil without one.
    public var closeCode: UInt16? { payload.count < 2 ? nil : UInt16(payload[0]) << 8 | UInt16(payload[1]) }

    /// The frame on the wire.
    public func bytes(masked: Bool = true, length form: LengthForm = .minimal) -> [UInt8] {
        let first: UInt8 = (fin ? 0x80 : 0) | reserved << 4 | opcode
        var bytes = [first] + lengthBytes(form, maskBit: masked ? 0x80 : 0)
        guard masked else { return bytes + payload }
        let key = (0..<4).map { _ in UInt8.random(in: 0...255) }
        bytes += key
        bytes += payload.enumerated().map { $1 ^ key[$0 & 3] }
        return bytes
    }

    private func lengthBytes(_ form: LengthForm, maskBit: UInt8) -> [UInt8] {
        func bigEndian(_ value: UInt64, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (count - 1 - $0))) }
        }
        let count = payload.count
        switch form {
        case .minimal where count < 126: return [maskBit | UInt8(count)]
        case .minimal where count < 65_536, .twoBytes: return [maskBit | 126] + bigEndian(UInt64(count), 2)
        case .minimal, .eightBytes: return [maskBit | 127] + bigEndian(UInt64(count), 8)
        case .claimed(let value): return [maskBit | 127] + bigEndian(value, 8)
        }
    }

    /// Takes one frame of a server (unmasked) off the buffer; nil when it is not all there.
    static func read(from buffer: inout ByteBuffer) throws -> RawFrame? {
        var attempt = buffer
        guard let first: UInt8 = attempt.readInteger(), let second: UInt8 = attempt.readInteger() else { return nil }
        if second & 0x80 != 0 { throw WireError.malformed("a server's frame is masked") }
        var count = Int(second)
        if second == 126 {
            guard let long: UInt16 = attempt.readInteger() else { return nil }
            count = Int(long)
        } else if second == 127 {
            guard let long: UInt64 = attempt.readInteger() else { return nil }
            count = Int(long)
        }
        guard let payload = attempt.readBytes(length: count) else { return nil }
        buffer = attempt
        return RawFrame(first & 15, payload, fin: first & 0x80 != 0, reserved: first >> 4 & 7)
    }
}
