import NIOCore

/// Says of text that arrives in pieces whether it can still be UTF-8: overlong forms, surrogates and anything past
/// U+10FFFF are refused at the first byte that cannot belong.
struct UTF8Scan {
    /// Continuation bytes still missing from the last character.
    private var missing = 0
    /// What the next continuation byte may be; narrower only after E0, ED, F0 and F4.
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether the text may end here.
    var isWhole: Bool { missing == 0 }

    /// False at the first byte that no UTF-8 text has in this place.
    mutating func accept(_ bytes: ByteBuffer) -> Bool {
        bytes.withUnsafeReadableBytes { accept($0) }
    }

    private mutating func accept(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            if missing == 0 { index = Self.skipASCII(bytes, from: index) }
            guard index < bytes.count else { break }
            guard step(bytes[index]) else { return false }
            index += 1
        }
        return true
    }

    private mutating func step(_ byte: UInt8) -> Bool {
        if missing > 0 {
            guard allowed.contains(byte) else { return false }
            missing -= 1
            allowed = 0x80...0xBF
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }

    private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        { index += 8 }
        return index
    }
}
