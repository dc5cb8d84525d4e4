import NIOCore

/// Bytes to frames, piece by piece: a payload is handed on as it arrives, so a fault in it is found before its end, and
/// nothing is kept but the start of a header.
struct FrameReader {
    enum Event: Equatable {
        case began(FrameHeader)
        /// A part of the payload, unmasked.
        case payload(ByteBuffer)
        case ended
    }

    private let rules: FrameRules
    /// The start of a header whose rest has not come; empty (and without memory) nearly always.
    private var partial = ByteBuffer()
    private var current: FrameHeader?
    private var taken = 0

    init(rules: FrameRules) { self.rules = rules }

    /// A frame, or its header, has begun and not ended.
    var isMidFrame: Bool { current != nil || partial.readableBytes > 0 }

    /// What the front of `input` means; nil when all of it is taken.
    mutating func next(_ input: inout ByteBuffer) throws(ProtocolViolation) -> Event? {
        guard let header = current else {
            guard let header = try readHeader(&input) else { return nil }
            current = header
            taken = 0
            return .began(header)
        }
        guard taken < header.length else {
            current = nil
            return .ended
        }
        guard var piece = input.readSlice(length: min(input.readableBytes, header.length - taken)),
            piece.readableBytes > 0
        else { return nil }
        Self.unmask(&piece, with: header.mask, from: taken)
        taken += piece.readableBytes
        return .payload(piece)
    }

    private mutating func readHeader(_ input: inout ByteBuffer) throws(ProtocolViolation) -> FrameHeader? {
        if partial.readableBytes == 0 {
            if let header = try FrameHeader.read(from: &input, rules: rules) { return header }
            partial.writeBuffer(&input)
            return nil
        }
        while let byte: UInt8 = input.readInteger() {
            partial.writeInteger(byte)
            guard let header = try FrameHeader.read(from: &partial, rules: rules) else { continue }
            partial = ByteBuffer()
            return header
        }
        return nil
    }

    /// Takes the mask off, eight bytes at a time; `offset` is how far into the frame the piece begins.
    static func unmask(_ bytes: inout ByteBuffer, with mask: UInt32, from offset: Int) {
        let shift = UInt32(8 * (offset & 3))
        let key = shift == 0 ? mask : mask >> shift | mask << (32 - shift)
        let wide = UInt64(key) << 32 | UInt64(key)
        bytes.withUnsafeMutableReadableBytes { raw in
            var index = 0
            while index + 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                raw.storeBytes(of: word ^ wide.littleEndian, toByteOffset: index, as: UInt64.self)
                index += 8
            }
            while index < raw.count {
                raw[index] ^= UInt8(truncatingIfNeeded: key >> UInt32(8 * (index & 3)))
                index += 1
            }
        }
    }
}
