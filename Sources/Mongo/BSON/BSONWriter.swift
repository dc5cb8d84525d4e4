/// Writes one document as bytes. Names cannot hold a zero byte in this format; such a name is cut there.
struct BSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ document: BSONDocument) {
        framed { writer in
            for element in document.elements { writer.write(element.name, element.value) }
        }
    }

    private mutating func write(_ values: [BSON]) {
        framed { writer in
            for (index, value) in values.enumerated() { writer.write(String(index), value) }
        }
    }

    /// Length before, zero after; the length counts itself.
    private mutating func framed(_ body: (inout BSONWriter) -> Void) {
        let start = bytes.count
        append(Int32(0))
        body(&self)
        bytes.append(0)
        let length = Int32(bytes.count - start)
        for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: length >> (8 * Int32(index))) }
    }

    private mutating func write(_ name: String, _ value: BSON) {
        bytes.append(Self.type(of: value))
        append(cstring: name)
        switch value {
        case .double(let number): append(number.bitPattern)
        case .string(let text): append(string: text)
        case .document(let inner): write(inner)
        case .array(let values): write(values)
        case .binary(let subtype, let content):
            append(Int32(content.count))
            bytes.append(subtype)
            bytes += content
        case .id(let id):
            append(id.high.byteSwapped)
            append(id.low.byteSwapped)
        case .bool(let flag): bytes.append(flag ? 1 : 0)
        case .date(let milliseconds): append(milliseconds)
        case .regex(let pattern, let options):
            append(cstring: pattern)
            append(cstring: options)
        case .int32(let number): append(number)
        case .timestamp(let number): append(number)
        case .int64(let number): append(number)
        case .decimal(let number):
            append(number.low)
            append(number.high)
        case .null, .other: break
        }
    }

    /// A dropped type is written as null: its content is gone.
    private static func type(of value: BSON) -> UInt8 {
        switch value {
        case .double: 0x01
        case .string: 0x02
        case .document: 0x03
        case .array: 0x04
        case .binary: 0x05
        case .id: 0x07
        case .bool: 0x08
        case .date: 0x09
        case .null, .other: 0x0A
        case .regex: 0x0B
        case .int32: 0x10
        case .timestamp: 0x11
        case .int64: 0x12
        case .decimal: 0x13
        }
    }

    private mutating func append(string text: String) {
        append(Int32(text.utf8.count + 1))
        bytes += text.utf8
        bytes.append(0)
    }

    private mutating func append(cstring text: String) {
        bytes += text.utf8.prefix { $0 != 0 }
        bytes.append(0)
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
}

extension BSONDocument {
    /// The document as bytes.
    public var bytes: [UInt8] {
        var writer = BSONWriter()
        writer.write(self)
        return writer.bytes
    }
}
