// Bytes to values. The bytes come from a server and are believed in nothing: every length is checked against what is
// left of its own document before a byte of it is read, and documents nest only so deep. Text that is not UTF-8 is
// repaired rather than refused, since one such name must not hide a person's other records.

/// Why bytes are no document.
public enum BSONError: Error, Sendable, Hashable {
    /// A length, a terminator or a type that cannot be.
    case malformed
    /// Nested deeper than any document of ours.
    case tooDeep
}

/// Reads one document from bytes.
struct BSONReader {
    /// The server's own limit for nesting is 100.
    static let depth = 128

    private let bytes: [UInt8]
    private var at = 0

    /// Reads the document that `bytes` is, whole.
    static func document(_ bytes: [UInt8]) throws(BSONError) -> BSONDocument {
        var reader = BSONReader(bytes: bytes)
        let document = try reader.document(within: bytes.count, depth: 0)
        guard reader.at == bytes.count else { throw .malformed }
        return document
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func document(within limit: Int, depth: Int) throws(BSONError) -> BSONDocument {
        var elements: [BSONDocument.Element] = []
        try walk(within: limit, depth: depth) { name, value in elements.append(.init(name, value)) }
        return BSONDocument(elements)
    }

    /// Arrays are documents whose names nobody needs.
    private mutating func array(within limit: Int, depth: Int) throws(BSONError) -> [BSON] {
        var values: [BSON] = []
        try walk(within: limit, depth: depth) { _, value in values.append(value) }
        return values
    }

    private mutating func walk(
        within limit: Int, depth: Int, _ each: (String, BSON) -> Void
    ) throws(BSONError) {
        guard depth <= Self.depth else { throw .tooDeep }
        let start = at
        let length = Int(try int32(limit))
        guard length >= 5, length <= limit - start, bytes[start + length - 1] == 0 else { throw .malformed }
        let end = start + length - 1
        while at < end {
            let type = bytes[at]
            at += 1
            let name = try cstring(end)
            each(name, try value(type, end, depth))
        }
        guard at == end else { throw .malformed }
        at += 1
    }

    private mutating func value(_ type: UInt8, _ end: Int, _ depth: Int) throws(BSONError) -> BSON {
        switch type {
        case 0x01: .double(Double(bitPattern: try uint64(end)))
        case 0x02: .string(try string(end))
        case 0x03: .document(try document(within: end, depth: depth + 1))
        case 0x04: .array(try array(within: end, depth: depth + 1))
        case 0x05: try binary(end)
        case 0x07: try id(end)
        case 0x08: .bool(try byte(end) != 0)
        case 0x09: .date(Int64(bitPattern: try uint64(end)))
        case 0x0A: .null
        case 0x0B: .regex(pattern: try cstring(end), options: try cstring(end))
        case 0x10: .int32(try int32(end))
        case 0x11: .timestamp(try uint64(end))
        case 0x12: .int64(Int64(bitPattern: try uint64(end)))
        case 0x13: try decimal(end)
        default: try marker(type, end)
        }
    }

    /// Types nobody stores any more: their bytes are passed over, their number is kept.
    private mutating func marker(_ type: UInt8, _ end: Int) throws(BSONError) -> BSON {
        switch type {
        case 0x06, 0x7F, 0xFF: break
        case 0x0C:
            _ = try string(end)
            _ = try take(12, end)
        case 0x0D, 0x0E: _ = try string(end)
        case 0x0F:
            let start = at
            let length = Int(try int32(end))
            guard length >= 14, length <= end - start else { throw .malformed }
            at = start + length
        default: throw .malformed
        }
        return .other(type)
    }

    private mutating func binary(_ end: Int) throws(BSONError) -> BSON {
        let length = Int(try int32(end))
        let subtype = try byte(end)
        return .binary(subtype: subtype, Array(bytes[try take(length, end)]))
    }

    private mutating func id(_ end: Int) throws(BSONError) -> BSON {
        let high = try uint64(end).byteSwapped
        return .id(ObjectID(high: high, low: UInt32(bitPattern: try int32(end)).byteSwapped))
    }

    private mutating func decimal(_ end: Int) throws(BSONError) -> BSON {
        let low = try uint64(end)
        return .decimal(Decimal128(high: try uint64(end), low: low))
    }

    private mutating func string(_ end: Int) throws(BSONError) -> String {
        let length = Int(try int32(end))
        guard length >= 1 else { throw .malformed }
        let range = try take(length, end)
        guard bytes[range.upperBound - 1] == 0 else { throw .malformed }
        return String(decoding: bytes[range].dropLast(), as: UTF8.self)
    }

    private mutating func cstring(_ end: Int) throws(BSONError) -> String {
        let start = at
        while at < end, bytes[at] != 0 { at += 1 }
        guard at < end else { throw .malformed }
        defer { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func byte(_ end: Int) throws(BSONError) -> UInt8 { bytes[try take(1, end).lowerBound] }

    private mutating func int32(_ end: Int) throws(BSONError) -> Int32 {
        Int32(truncatingIfNeeded: try number(4, end))
    }

    private mutating func uint64(_ end: Int) throws(BSONError) -> UInt64 { try number(8, end) }

    private mutating func number(_ count: Int, _ end: Int) throws(BSONError) -> UInt64 {
        let range = try take(count, end)
        return bytes[range].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The one place that moves forward by a length: never past `end`.
    private mutating func take(_ count: Int, _ end: Int) throws(BSONError) -> Range<Int> {
        guard count >= 0, count <= end - at else { throw .malformed }
        defer { at += count }
        return at..<(at + count)
    }
}

extension BSONDocument {
    /// Reads the document these bytes are, whole.
    public init(bytes: [UInt8]) throws(BSONError) { self = try BSONReader.document(bytes) }
}
