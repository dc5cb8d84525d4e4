import Finance

/// Text a person typed, as it may stand in a line of facts: no character that Markdown or a block's end could be made
/// of, no account, card or telephone number, no address.
///
/// Every line of every prompt passes through here, so plain words cost one look at their bytes.
struct HarmlessText {
    /// So many digits with nothing but single spaces or dashes between them name an account, a card or a telephone.
    static let digitsOfANumber = 6

    let text: String

    init(_ typed: String, limit: Int) {
        let clean = TypedText(typed, limit: limit).text
        text = Self.isPlain(clean) ? clean : Self.harmless(Self.words(Self.numbers(clean)))
    }

    /// Whether nothing in it could need a change: a quick look that may say no to harmless text, never yes to other.
    private static func isPlain(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                if digits >= digitsOfANumber { return false }
            case UInt8(ascii: " "), UInt8(ascii: "-"): break
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "*"),
                UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "/"):
                return false
            // The first bytes of “ ” and £ and – are common; of other scripts' digits and signs they are not.
            case 0x80...0xFF where byte != 0xC2 && byte != 0xE2 && byte > 0xBF: return false
            case 0x80...0xFF: break
            default: digits = 0
            }
        }
        return true
    }

    private static func numbers(_ text: String) -> String {
        var out = ""
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            guard isDigit(first) else {
                out.unicodeScalars.append(first)
                rest.removeFirst()
                continue
            }
            let (run, digits) = run(rest)
            if digits >= digitsOfANumber { out += "(number)" } else { out.unicodeScalars.append(contentsOf: run) }
            rest = rest[run.endIndex...]
        }
        return out
    }

    /// The digits at the start, with single spaces or dashes between them.
    private static func run(_ text: Substring.UnicodeScalarView) -> (Substring.UnicodeScalarView, digits: Int) {
        var end = text.startIndex
        var digits = 0
        while end < text.endIndex {
            var next = end
            if digits > 0, text[next] == " " || text[next] == "-" { next = text.index(after: next) }
            guard next < text.endIndex, isDigit(text[next]) else { break }
            digits += 1
            end = text.index(after: next)
        }
        return (text[..<end], digits)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType == .decimal
    }

    /// A word that holds `://` is a link, one that holds `@` an address; quotation marks end a word.
    private static func words(_ text: String) -> String {
        var out = ""
        var word = ""
        func flush() {
            if word.contains("://") { out += "(link)" } else { out += word.contains("@") ? "(address)" : word }
            word = ""
        }
        for character in text {
            if character.isWhitespace || "“”".contains(character) {
                flush()
                out.append(character)
            } else {
                word.append(character)
            }
        }
        flush()
        return out
    }

    private static func harmless(_ text: String) -> String { String(text.map(harmless)) }

    private static func harmless(_ character: Character) -> Character {
        switch character {
        case "<": "‹"
        case ">": "›"
        case "[", "{": "("
        case "]", "}": ")"
        case "`": "'"
        case "\\", "|", "*", "#": " "
        default: character
        }
    }
}
