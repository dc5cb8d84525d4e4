import Finance
import FoundationEssentials

/// Reads what `DocumentText` writes, and nothing else: compact JSON, each value under the name of its kind. By hand,
/// because every turn of a chat reads hundreds of records, and a general decoder takes most of that turn's time.
struct DocumentScanner {
    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The one document of the text, to its last byte.
    mutating func whole() throws(DocumentText.Malformed) -> Document {
        let document = try document()
        guard place == bytes.count else { throw malformed }
        return document
    }

    private var malformed: DocumentText.Malformed { DocumentText.Malformed(offset: place) }

    private mutating func document() throws(DocumentText.Malformed) -> Document {
        depth += 1
        guard depth <= DocumentText.maxDepth else { throw malformed }
        var fields: [String: Document.Value] = [:]
        try expect("{")
        while !skip("}") {
            if !fields.isEmpty { try expect(",") }
            let name = try string()
            try expect(":")
            guard fields.updateValue(try value(), forKey: name) == nil else { throw malformed }
        }
        depth -= 1
        return Document(fields)
    }

    private mutating func value() throws(DocumentText.Malformed) -> Document.Value {
        if skip("n") {
            for byte in "ull".utf8 { try expect(byte) }
            return .null
        }
        try expect("{")
        guard let kind = DocumentText.Kind(rawValue: try string()) else { throw malformed }
        try expect(":")
        let value = try payload(kind)
        try expect("}")
        return value
    }

    private mutating func payload(_ kind: DocumentText.Kind) throws(DocumentText.Malformed) -> Document.Value {
        switch kind {
        case .bool: return .bool(try bool())
        case .int: return .int(try int())
        case .double:
            guard let value = Double(try string()) else { throw malformed }
            return .double(value)
        case .decimal: return .decimal(try string())
        case .string: return .string(try string())
        case .date: return .date(Date(milliseconds: try int()))
        case .id: return .id(try string())
        case .array: return .array(try array())
        case .document: return .document(try document())
        case .other: return .other(try string())
        }
    }

    private mutating func array() throws(DocumentText.Malformed) -> [Document.Value] {
        depth += 1
        guard depth <= DocumentText.maxDepth else { throw malformed }
        var values: [Document.Value] = []
        try expect("[")
        while !skip("]") {
            if !values.isEmpty { try expect(",") }
            values.append(try value())
        }
        depth -= 1
        return values
    }

    private mutating func bool() throws(DocumentText.Malformed) -> Bool {
        let isTrue = place < bytes.count && bytes[place] == UInt8(ascii: "t")
        for byte in (isTrue ? "true" : "false").utf8 { try expect(byte) }
        return isTrue
    }

    private mutating func int() throws(DocumentText.Malformed) -> Int64 {
        let start = place
        while place < bytes.count, bytes[place] == UInt8(ascii: "-") || (48...57).contains(bytes[place]) { place += 1 }
        guard let value = Int64(String(decoding: bytes[start..<place], as: UTF8.self)) else { throw malformed }
        return value
    }

    /// Most texts hold no escape and are taken as they stand.
    private mutating func string() throws(DocumentText.Malformed) -> String {
        try expect("\"")
        var text = ""
        while true {
            let start = place
            while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") {
                place += 1
            }
            guard place < bytes.count else { throw malformed }
            text += String(decoding: bytes[start..<place], as: UTF8.self)
            if skip("\"") { return text }
            text.unicodeScalars.append(try escape())
        }
    }

    private mutating func escape() throws(DocumentText.Malformed) -> Unicode.Scalar {
        try expect("\\")
        guard place < bytes.count else { throw malformed }
        place += 1
        switch bytes[place - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes[place...].prefix(4), as: UTF8.self)
            guard digits.utf8.count == 4, let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
            else { throw malformed }
            place += 4
            return scalar
        default: throw malformed
        }
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(DocumentText.Malformed) {
        try expect(UInt8(ascii: character))
    }

    private mutating func expect(_ byte: UInt8) throws(DocumentText.Malformed) {
        guard place < bytes.count, bytes[place] == byte else { throw malformed }
        place += 1
    }

    /// Steps over a character when it is there.
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }
}
