/// The twelve bytes that name a document.
public struct ObjectID: Sendable, Hashable, CustomStringConvertible {
    /// The first eight bytes, most significant first; they begin with the time of making.
    let high: UInt64
    /// The last four.
    let low: UInt32

    init(high: UInt64, low: UInt32) {
        self.high = high
        self.low = low
    }

    /// Reads exactly 24 hex digits of either case; anything else is nil.
    public init?(_ hex: String) {
        let digits = hex.utf8
        guard digits.count == 24, digits.allSatisfy(Self.isHexDigit),
            let high = UInt64(hex.prefix(16), radix: 16), let low = UInt32(hex.suffix(8), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    /// 24 lower-case hex digits.
    public var hex: String { Self.padded(high, 16) + Self.padded(UInt64(low), 8) }

    /// The hex digits.
    public var description: String { hex }

    private static func padded(_ value: UInt64, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: width - digits.count) + digits
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...102).contains(byte | 32)
    }
}
