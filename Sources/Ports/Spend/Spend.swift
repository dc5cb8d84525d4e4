/// What a model costs, in whole millionths of a US dollar: providers price in dollars. It is never added to `Money`.
public struct Spend: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Millionths of a dollar.
    public var microdollars: Int64

    /// So many millionths of a dollar.
    public init(microdollars: Int64) { self.microdollars = microdollars }

    /// Nothing.
    public static let zero = Spend(microdollars: 0)
    /// No amount that is read or reckoned is larger, a million dollars, so that sums of millions of them stay exact.
    public static let limit = Spend(microdollars: 1_000_000_000_000)

    /// Reads whole millionths from their coded form, a bare integer.
    public init(from decoder: any Decoder) throws {
        microdollars = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes whole millionths as a bare integer.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microdollars)
    }

    /// Whether `lhs` is the smaller amount.
    public static func < (lhs: Spend, rhs: Spend) -> Bool { lhs.microdollars < rhs.microdollars }
    /// The sum; traps on overflow, which `limit` keeps out of reach.
    public static func + (lhs: Spend, rhs: Spend) -> Spend { Spend(microdollars: lhs.microdollars + rhs.microdollars) }
    /// The difference.
    public static func - (lhs: Spend, rhs: Spend) -> Spend { Spend(microdollars: lhs.microdollars - rhs.microdollars) }
    /// Adds in place.
    public static func += (lhs: inout Spend, rhs: Spend) { lhs = lhs + rhs }
    /// Subtracts in place.
    public static func -= (lhs: inout Spend, rhs: Spend) { lhs = lhs - rhs }

    /// For the operator, for instance `$12.50` or `$0.000125`: two decimals, and more where they are not zero.
    public var description: String {
        let (whole, rest) = microdollars.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        var decimals = String(repeating: "0", count: 6 - digits.count) + digits
        while decimals.count > 2, decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(microdollars < 0 ? "-" : "")$\(whole).\(decimals)"
    }
}

extension Spend {
    /// Reads dollars as an operator writes them: digits, and at most six behind a point. nil for anything else, a sign,
    /// an exponent, a separator and more than `limit` included: what is misread here would be a cap nobody meant.
    public init?(dollars text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...7).contains(whole.utf8.count), Self.areDigits(whole) else { return nil }
        var micros = (Int64(whole) ?? 0) * 1_000_000
        if parts.count == 2 {
            guard (1...6).contains(parts[1].utf8.count), Self.areDigits(parts[1]) else { return nil }
            let padded = String(parts[1]) + String(repeating: "0", count: 6 - parts[1].utf8.count)
            micros += Int64(padded) ?? 0
        }
        guard micros <= Self.limit.microdollars else { return nil }
        self.init(microdollars: micros)
    }

    private static func areDigits(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) }
    }
}
