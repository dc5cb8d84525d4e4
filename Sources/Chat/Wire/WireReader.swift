/// Reads one JSON text (RFC 8259) of a hostile sender.
///
/// Rules: nesting is capped before it can cost stack; a lone surrogate becomes U+FFFD, since no stored text may hold
/// one; nothing may follow the value.
struct WireReader {
    private let bytes: [UInt8]
    private let maximumDepth: Int
    private var position = 0

    /// The value of a whole text.
    static func read(_ text: String, maximumDepth: Int) throws(WireFault) -> WireValue {
        var reader = WireReader(bytes: Array(text.utf8), maximumDepth: maximumDepth)
        reader.skipSpace()
        let value = try reader.value(depth: 1)
        reader.skipSpace()
        guard reader.position == reader.bytes.count else { throw .notJSON }
        return value
    }

    private init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func value(depth: Int) throws(WireFault) -> WireValue {
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(WireFault) -> WireValue {
        guard depth <= maximumDepth else { throw .tooDeep }
        var members: [String: WireValue] = [:]
        position += 1
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            let key = try string()
            skipSpace()
            guard take(":") else { throw .notJSON }
            skipSpace()
            members[key] = try value(depth: depth + 1)
            skipSpace()
        } while take(",")
        guard take("}") else { throw .notJSON }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(WireFault) -> WireValue {
        guard depth <= maximumDepth else { throw .tooDeep }
        var elements: [WireValue] = []
        position += 1
        skipSpace()
        if take("]") { return .array([]) }
        repeat {
            skipSpace()
            elements.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw .notJSON }
        return .array(elements)
    }

    private mutating func word(_ text: StaticString, _ value: WireValue) throws(WireFault) -> WireValue {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count else { throw .notJSON }
        let matches = text.withUTF8Buffer { $0.elementsEqual(bytes[position..<end]) }
        guard matches else { throw .notJSON }
        position = end
        return value
    }

    private mutating func number() throws(WireFault) -> String {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(WireFault) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw .notJSON }
    }

    private mutating func string() throws(WireFault) -> String {
        guard take("\"") else { throw .notJSON }
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
            case 0..<0x20: throw .notJSON
            default: text.append(byte)
            }
        }
        throw .notJSON
    }

    private mutating func escape() throws(WireFault) -> Character {
        guard let byte = next else { throw .notJSON }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return Character(try unicode())
        default: throw .notJSON
        }
    }

    private mutating func unicode() throws(WireFault) -> Unicode.Scalar {
        let high = try fourDigits()
        guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? "\u{fffd}" }
        let back = position
        guard take("\\"), take("u") else { return giveUp(to: back) }
        let low = try fourDigits()
        guard UTF16.isTrailSurrogate(low) else { return giveUp(to: back) }
        let value = 0x10000 + ((UInt32(high) - 0xD800) << 10) + (UInt32(low) - 0xDC00)
        return Unicode.Scalar(value) ?? "\u{fffd}"
    }

    private mutating func giveUp(to back: Int) -> Unicode.Scalar {
        position = back
        return "\u{fffd}"
    }

    private mutating func fourDigits() throws(WireFault) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw .notJSON }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard let byte = next, UInt32(byte) == scalar.value else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || (0x9...0xA).contains(byte) || byte == 0xD { position += 1 }
    }
}
