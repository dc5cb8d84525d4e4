import NIOCore

@testable import Server

/// A received message as bytes: equal strings may still differ in theirs.
struct Message: Equatable {
    var opcode: UInt8
    /// A close frame's code, and nil for one without.
    var code: UInt16?
    var payload: [UInt8]

    init(opcode: UInt8, code: UInt16? = nil, payload: [UInt8] = []) {
        self.opcode = opcode
        self.code = code
        self.payload = payload
    }

    init(_ received: MessageAssembler.Received) {
        switch received {
        case .text(let text): self.init(opcode: Opcode.text.rawValue, payload: Array(text.utf8))
        case .binary(let bytes): self.init(opcode: Opcode.binary.rawValue, payload: Array(bytes.readableBytesView))
        case .ping(let bytes): self.init(opcode: Opcode.ping.rawValue, payload: Array(bytes.readableBytesView))
        case .pong: self.init(opcode: Opcode.pong.rawValue)
        case .close(let code, let reason):
            self.init(opcode: Opcode.close.rawValue, code: code, payload: Array(reason.utf8))
        }
    }

    func fits(_ limits: WebSocketLimits) -> Bool {
        switch Opcode(rawValue: opcode) {
        case .text, .binary: payload.count <= limits.maxMessage
        case .ping: payload.count <= 125
        case .close: payload.count <= FrameWriter.maxReason
        default: true
        }
    }

    /// The frame that our writer makes of it, masked as if a client had sent it.
    var written: [UInt8] {
        let text = String(decoding: payload, as: UTF8.self)
        let frame =
            switch Opcode(rawValue: opcode) {
            case .text: FrameWriter.text(text)
            case .close: FrameWriter.close(code, text)
            case .binary: FrameWriter.frame(.binary, ByteBuffer(bytes: payload))
            case .ping: FrameWriter.frame(.ping, ByteBuffer(bytes: payload))
            default: FrameWriter.frame(.pong, ByteBuffer())
            }
        return Self.masked(Array(frame.readableBytesView))
    }

    private static func masked(_ frame: [UInt8]) -> [UInt8] {
        let key: [UInt8] = [0x37, 0xfa, 0x21, 0x3d]
        let size = frame[1] == 127 ? 10 : frame[1] == 126 ? 4 : 2
        let body = frame.dropFirst(size).enumerated().map { $0.element ^ key[$0.offset & 3] }
        return [frame[0], frame[1] | 0x80] + frame[2..<size] + key + body
    }
}
