/// RFC 6455 a second time, by a plain walk over bytes that are all there: slow, without limits and without extensions.
struct FrameWalk {
    private let bytes: [UInt8]
    private var at = 0
    private var message: Message?
    private var found: [Message] = []

    /// The messages that are whole; throws for what no client may send.
    static func messages(_ bytes: [UInt8]) throws -> [Message] {
        var walk = FrameWalk(bytes: bytes)
        while try walk.step() {}
        return walk.found
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// One frame; false when it is not whole.
    private mutating func step() throws -> Bool {
        guard at + 2 <= bytes.count else { return false }
        let (first, second) = (bytes[at], bytes[at + 1])
        try BrokenPromise.unless(first & 0x70 == 0, "a reserved bit was accepted")
        try BrokenPromise.unless(second & 0x80 != 0, "a frame without a mask was accepted")
        let wide = [126: 2, 127: 8][Int(second & 0x7f)] ?? 0
        guard at + 2 + wide + 4 <= bytes.count else { return false }
        let length = wide == 0 ? UInt64(second & 0x7f) : number(at + 2, wide)
        let start = at + 2 + wide + 4
        guard length <= UInt64(bytes.count - start) else { return false }
        let end = start + Int(length)
        let payload = (start..<end).map { bytes[$0] ^ bytes[start - 4 + ($0 - start) & 3] }
        at = end
        try take(opcode: first & 0x0f, isFinal: first & 0x80 != 0, payload)
        return true
    }

    private func number(_ start: Int, _ count: Int) -> UInt64 {
        bytes[start..<(start + count)].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func take(opcode: UInt8, isFinal: Bool, _ payload: [UInt8]) throws {
        switch opcode {
        case 0: message?.payload += payload
        case 1, 2:
            try BrokenPromise.unless(message == nil, "a message inside another was accepted")
            message = Message(opcode: opcode, payload: payload)
        case 8:
            let code = payload.count < 2 ? nil : UInt16(payload[0]) << 8 | UInt16(payload[1])
            found.append(Message(opcode: opcode, code: code, payload: Array(payload.dropFirst(2))))
        case 9: found.append(Message(opcode: opcode, payload: payload))
        case 10: found.append(Message(opcode: opcode))
        default: throw BrokenPromise("opcode \(opcode) was accepted")
        }
        try BrokenPromise.unless(opcode < 8 || isFinal, "a control frame in fragments was accepted")
        if opcode < 8, isFinal {
            found += message.map { [$0] } ?? []
            message = nil
        }
    }
}
