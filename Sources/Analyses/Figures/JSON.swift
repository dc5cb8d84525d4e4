public import Finance

/// A JSON value with its keys in the order given, so that equal figures make equal bytes.
/// Money has a case of its own: it leaves as pounds with at most two decimals, straight from pence.
public indirect enum JSON: Sendable, Hashable {
    /// No value.
    case null
    /// true or false.
    case bool(Bool)
    /// A whole number.
    case int(Int64)
    /// A finite number that is not money; a value that is not finite is written as null.
    case number(Double)
    /// An amount, written as pounds.
    case money(Money)
    /// Text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Keys with values, in this order.
    case object([Member])

    /// One key of an object.
    public struct Member: Sendable, Hashable {
        /// The key.
        public var key: String
        /// Its value.
        public var value: JSON

        /// A key and its value.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// true or false.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// An object whose keys keep the order written.
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0, $1) }) }
    /// A list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }

    /// The string, or null for nil.
    public static func string(orNull value: String?) -> JSON { value.map { .string($0) } ?? .null }
}

extension JSON {
    /// Compact UTF-8 JSON text; characters outside ASCII stand as they are.
    public var text: String {
        var out = ""
        write(into: &out)
        return out
    }

    /// Appends the compact text to `out`.
    public func write(into out: inout String) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .int(let value): out += String(value)
        case .number(let value): out += Self.plain(value)
        case .money(let value): out += Self.pounds(value)
        case .string(let value): Self.quote(value, into: &out)
        case .array(let values): Self.list(values, "[", "]", into: &out) { $0.write(into: &$1) }
        case .object(let members):
            Self.list(members, "{", "}", into: &out) { member, out in
                Self.quote(member.key, into: &out)
                out += ":"
                member.value.write(into: &out)
            }
        }
    }

    private static func list<T>(
        _ items: [T], _ open: String, _ close: String, into out: inout String, _ each: (T, inout String) -> Void
    ) {
        out += open
        for (index, item) in items.enumerated() {
            if index > 0 { out += "," }
            each(item, &out)
        }
        out += close
    }

    private static func plain(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return Int64(exactly: value).map { String($0) } ?? String(value)
    }

    private static func pounds(_ value: Money) -> String {
        let sign = value.pence < 0 ? "-" : ""
        let (whole, rest) = value.pence.magnitude.quotientAndRemainder(dividingBy: 100)
        guard rest != 0 else { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// ASCII that stands for itself inside quotation marks.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7f && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func quote(_ text: String, into out: inout String) {
        // Nearly every text is plain, and plain bytes are copied at once.
        guard !text.utf8.allSatisfy(isPlain) else {
            out += "\""
            out += text
            out += "\""
            return
        }
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{0}"..<" ", "\u{2028}", "\u{2029}", "\u{7f}"..."\u{9f}": out += escape(scalar)
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
