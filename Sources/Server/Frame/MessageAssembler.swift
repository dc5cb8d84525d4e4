import NIOCore

/// Frames to messages, with the rules that span frames: what may follow what, sizes over all fragments, UTF-8 across
/// their seams, and what a close frame may hold.
struct MessageAssembler {
    enum Received: Equatable {
        case text(String)
        case binary(ByteBuffer)
        case ping(ByteBuffer)
        case pong
        /// The code is absent when the frame is empty.
        case close(UInt16?, String)
    }

    private struct Message {
        var isText: Bool
        var isCompressed: Bool
        var bytes = ByteBuffer()
        var frames = 0
        var scan = UTF8Scan()
    }

    private let maxMessage: Int
    private let maxFragments: Int
    private var message: Message?
    private var header: FrameHeader?
    private var control = ByteBuffer()

    init(maxMessage: Int, maxFragments: Int) {
        self.maxMessage = maxMessage
        self.maxFragments = maxFragments
    }

    /// A message has begun and not ended.
    var isMidMessage: Bool { message != nil }

    mutating func accept(_ event: FrameReader.Event) throws(ProtocolViolation) -> Received? {
        switch event {
        case .began(let header):
            self.header = header
            if !header.opcode.isControl { try begin(header) }
            return nil
        case .payload(let piece):
            try append(piece)
            return nil
        case .ended:
            guard let header else { return nil }
            self.header = nil
            return header.opcode.isControl ? try endControl(header.opcode) : try endData(header)
        }
    }

    private mutating func begin(_ header: FrameHeader) throws(ProtocolViolation) {
        if header.opcode == .continuation {
            guard message != nil else { throw .broken("continuation of nothing") }
        } else {
            guard message == nil else { throw .broken("new message inside another") }
            message = Message(isText: header.opcode == .text, isCompressed: header.isCompressed)
        }
        message?.frames += 1
        guard (message?.frames ?? 0) <= maxFragments else { throw .tooBig("more than \(maxFragments) fragments") }
        guard (message?.bytes.readableBytes ?? 0) + header.length <= maxMessage else {
            throw .tooBig("message over \(maxMessage) bytes")
        }
    }

    private mutating func append(_ piece: ByteBuffer) throws(ProtocolViolation) {
        if header?.opcode.isControl == true {
            control.writeImmutableBuffer(piece)
            return
        }
        guard message != nil else { return }
        if message?.isText == true, message?.isCompressed == false, message?.scan.accept(piece) == false {
            throw .invalidText
        }
        if message?.bytes.readableBytes == 0 {
            message?.bytes = piece
        } else {
            message?.bytes.writeImmutableBuffer(piece)
        }
    }

    private mutating func endData(_ header: FrameHeader) throws(ProtocolViolation) -> Received? {
        guard header.isFinal, var message else { return nil }
        self.message = nil
        if message.isCompressed {
            message.bytes = try DeflateHandle.inflate(message.bytes, limit: maxMessage)
            if message.isText, !message.scan.accept(message.bytes) { throw .invalidText }
        }
        guard message.isText else { return .binary(message.bytes) }
        guard message.scan.isWhole else { throw .invalidText }
        return .text(String(buffer: message.bytes))
    }

    private mutating func endControl(_ opcode: Opcode) throws(ProtocolViolation) -> Received? {
        let payload = control
        control = ByteBuffer()
        switch opcode {
        case .ping: return .ping(payload)
        case .close: return try Self.close(payload)
        default: return .pong
        }
    }

    private static func close(_ payload: ByteBuffer) throws(ProtocolViolation) -> Received {
        var payload = payload
        if payload.readableBytes == 0 { return .close(nil, "") }
        guard let code: UInt16 = payload.readInteger(), CloseCode.mayTravel(code) else {
            throw .broken("close code that may not be sent")
        }
        var scan = UTF8Scan()
        guard scan.accept(payload), scan.isWhole else { throw .invalidText }
        return .close(code, String(buffer: payload))
    }
}
