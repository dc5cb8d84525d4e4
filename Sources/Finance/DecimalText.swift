/// A plain decimal number in text: optional sign, digits with at most one point, optional exponent.
/// Thousands separators, currency signs, `NaN` and `Infinity` are not numbers here.
struct DecimalText {
    /// Longest text that is looked at; a decimal128 needs 43 characters.
    static let longest = 64

    private var isNegative = false
    private var digits: [UInt8] = []
    /// Power of ten of the last digit.
    private var scale = 0

    init?(_ text: String) {
        var bytes = Array(text.utf8.prefix(Self.longest + 1))[...]
        guard bytes.count <= Self.longest else { return nil }
        while bytes.first == 32 { bytes.removeFirst() }
        while bytes.last == 32 { bytes.removeLast() }
        isNegative = Self.takeSign(&bytes)
        guard takeDigits(&bytes) else { return nil }
        guard bytes.isEmpty || takeExponent(&bytes) else { return nil }
    }

    /// The number as pounds.
    var pence: Money.Reading {
        var places = scale + 2
        var kept = digits.drop { $0 == 0 }
        guard !kept.isEmpty else { return .exact(.zero) }
        guard kept.count + places <= 18 else { return .unreadable("too large to be an amount") }
        while places > 0 {
            kept.append(0)
            places -= 1
        }
        let cut = min(kept.count, -places)
        let whole = kept.dropLast(cut).reduce(Int64(0)) { $0 * 10 + Int64($1) }
        // Digits further out than the last one kept are zeros in front of `dropped`.
        let dropped = Array(repeating: 0, count: -places - cut) + kept.suffix(cut)
        return Self.rounded(whole, dropped, isNegative)
    }

    /// Half away from zero, on the first digit that is cut off.
    private static func rounded(_ whole: Int64, _ dropped: [UInt8], _ isNegative: Bool) -> Money.Reading {
        let pence = whole + ((dropped.first ?? 0) >= 5 ? 1 : 0)
        guard pence <= Money.limit.pence else { return .unreadable("too large to be an amount") }
        let money = Money(pence: isNegative ? -pence : pence)
        return dropped.allSatisfy { $0 == 0 } ? .exact(money) : .rounded(money)
    }

    private static func takeSign(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return false }
        bytes.removeFirst()
        return first == UInt8(ascii: "-")
    }

    private mutating func takeDigits(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        var hasPoint = false
        while let byte = bytes.first {
            if (48...57).contains(byte) {
                digits.append(byte - 48)
                if hasPoint { scale -= 1 }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            bytes.removeFirst()
        }
        return !digits.isEmpty
    }

    private mutating func takeExponent(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        guard bytes.removeFirst() | 32 == UInt8(ascii: "e") else { return false }
        let isDown = Self.takeSign(&bytes)
        // Four digits reach past every exponent a decimal128 can have.
        guard (1...4).contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }) else { return false }
        let power = bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
        scale += isDown ? -power : power
        return true
    }
}
