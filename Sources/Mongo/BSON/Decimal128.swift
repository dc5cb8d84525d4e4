// IEEE 754-2008 decimal128 in its binary integer form, only as far as a store needs it: bits in, text out, text in.
//
//     bit 127  sign      126…113  exponent + 6176      112…0  coefficient, at most 34 digits
//
// Two leading exponent bits set mean infinity, NaN, or the second form whose coefficient is always out of range and
// therefore, by the standard, zero.

/// A decimal number as it is stored.
public struct Decimal128: Sendable, Hashable, CustomStringConvertible {
    let high: UInt64
    let low: UInt64

    private static let bias = 6_176
    private static let largest: UInt128 = 9_999_999_999_999_999_999_999_999_999_999_999

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads digits with at most one point, an optional sign and exponent, or `NaN`, `Infinity`; nil when it is no such
    /// text, or a number that 34 digits do not hold exactly.
    public init?(_ text: String) {
        if let special = Self.special(text) {
            self = special
            return
        }
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative || text.hasPrefix("+") ? 1 : 0).lowercased().split(
            separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
        let power = parts.count == 2 ? Int(parts[1]) : 0
        let halves = (parts.first ?? "").split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = halves.joined()
        guard let power, (-10_000...10_000).contains(power), (1...34).contains(digits.count),
            digits.utf8.allSatisfy({ (48...57).contains($0) }), let coefficient = UInt128(digits)
        else { return nil }
        let exponent = power - (halves.count == 2 ? halves[1].count : 0) + Self.bias
        guard (0...12_287).contains(exponent) else { return nil }
        let sign: UInt64 = isNegative ? 1 << 63 : 0
        high = sign | UInt64(exponent) << 49 | UInt64(coefficient >> 64)
        low = UInt64(truncatingIfNeeded: coefficient)
    }

    /// For instance `12.50`, `1E+3`, `NaN` or `-Infinity`.
    public var description: String {
        let sign = high >> 63 == 1 ? "-" : ""
        switch (high >> 58) & 0b11111 {
        case 0b11110: return sign + "Infinity"
        case 0b11111: return "NaN"
        case 0b11000...0b11101: return number(sign, 0, Int((high >> 47) & 0x3FFF) - Self.bias)
        default:
            let coefficient = UInt128(high & 0x1_FFFF_FFFF_FFFF) << 64 | UInt128(low)
            let exponent = Int((high >> 49) & 0x3FFF) - Self.bias
            return number(sign, coefficient > Self.largest ? 0 : coefficient, exponent)
        }
    }

    /// Plain digits where they stay short, otherwise one digit before the point and an exponent.
    private func number(_ sign: String, _ coefficient: UInt128, _ exponent: Int) -> String {
        let digits = String(coefficient)
        let adjusted = exponent + digits.count - 1
        if exponent <= 0, adjusted >= -6 {
            guard exponent < 0 else { return sign + digits }
            let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
            return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
        }
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        return sign + digits.prefix(1) + fraction + "E" + (adjusted < 0 ? "" : "+") + String(adjusted)
    }

    private static func special(_ text: String) -> Decimal128? {
        switch text {
        case "NaN": Decimal128(high: 0x7C00_0000_0000_0000, low: 0)
        case "Infinity": Decimal128(high: 0x7800_0000_0000_0000, low: 0)
        case "-Infinity": Decimal128(high: 0xF800_0000_0000_0000, low: 0)
        default: nil
        }
    }
}
