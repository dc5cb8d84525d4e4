/// A cursor over the bytes of one JSON text, under the rules of `ClaimSet`. The bytes are known to be UTF-8.
struct ClaimScan {
    private static let deepest = 16
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The members of the one object that the whole text is.
    mutating func document() -> [String: ClaimSet.Value]? {
        skipSpace()
        guard let members = object(depth: 1) else { return nil }
        skipSpace()
        return at == bytes.count ? members : nil
    }

    private mutating func object(depth: Int) -> [String: ClaimSet.Value]? {
        guard depth <= Self.deepest, take("{") else { return nil }
        var members: [String: ClaimSet.Value] = [:]
        skipSpace()
        if take("}") { return members }
        repeat {
            skipSpace()
            guard let name = string() else { return nil }
            skipSpace()
            guard take(":"), let value = value(depth: depth), members.updateValue(value, forKey: name) == nil else {
                return nil
            }
            skipSpace()
        } while take(",")
        return take("}") ? members : nil
    }

    private mutating func list(depth: Int) -> Bool {
        guard depth <= Self.deepest, take("[") else { return false }
        skipSpace()
        if take("]") { return true }
        repeat {
            guard value(depth: depth) != nil else { return false }
            skipSpace()
        } while take(",")
        return take("]")
    }

    private mutating func value(depth: Int) -> ClaimSet.Value? {
        skipSpace()
        guard at < bytes.count else { return nil }
        switch bytes[at] {
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "{"): return object(depth: depth + 1).map { _ in .other }
        case UInt8(ascii: "["): return list(depth: depth + 1) ? .other : nil
        case UInt8(ascii: "t"): return word("true") ? .other : nil
        case UInt8(ascii: "f"): return word("false") ? .other : nil
        case UInt8(ascii: "n"): return word("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func number() -> ClaimSet.Value? {
        let start = at
        _ = take("-")
        let whole = digits()
        guard whole == 1 || whole > 1 && bytes[at - whole] != UInt8(ascii: "0") else { return nil }
        if take("."), digits() == 0 { return nil }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            guard digits() > 0 else { return nil }
        }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func digits() -> Int {
        let start = at
        while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
        return at - start
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var out: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escaped() else { return nil }
                out.append(contentsOf: String(Character(scalar)).utf8)
            case 0..<32: return nil
            default: out.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard at < bytes.count else { return nil }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return codePoint()
        default: return nil
        }
    }

    /// One `\u` escape, or the two of a surrogate pair; a half of a pair is nil.
    private mutating func codePoint() -> Unicode.Scalar? {
        guard let first = codeUnit() else { return nil }
        guard (0xd800..<0xdc00).contains(first) else { return Unicode.Scalar(first) }
        guard take("\\"), take("u"), let second = codeUnit(), (0xdc00..<0xe000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    }

    private mutating func codeUnit() -> UInt32? {
        guard at + 4 <= bytes.count, bytes[at..<at + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            return nil
        }
        let digits = String(decoding: bytes[at..<at + 4], as: UTF8.self)
        at += 4
        return UInt32(digits, radix: 16)
    }

    private mutating func word(_ text: StaticString) -> Bool {
        guard bytes[at...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        else {
            return false
        }
        at += text.utf8CodeUnitCount
        return true
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[at]) { at += 1 }
    }
}
