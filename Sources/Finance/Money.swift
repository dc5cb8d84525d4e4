/// An amount of pounds, held as whole pence. There is no other currency in this product.
public struct Money: Sendable, Hashable, Comparable, Codable {
    /// Whole pence; negative for a deficit.
    public var pence: Int64

    /// An amount of `pence` pence.
    public init(pence: Int64) { self.pence = pence }

    /// No money at all.
    public static let zero = Money(pence: 0)

    /// Reads whole pence from its coded form, a bare integer.
    public init(from decoder: any Decoder) throws {
        pence = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes whole pence as a bare integer.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(pence)
    }

    /// Whether `lhs` is the smaller amount.
    public static func < (lhs: Money, rhs: Money) -> Bool { lhs.pence < rhs.pence }
    /// The sum; traps on overflow, which `Money.limit` keeps out of reach.
    public static func + (lhs: Money, rhs: Money) -> Money { Money(pence: lhs.pence + rhs.pence) }
    /// The difference.
    public static func - (lhs: Money, rhs: Money) -> Money { Money(pence: lhs.pence - rhs.pence) }
    /// The same amount owed the other way.
    public static prefix func - (value: Money) -> Money { Money(pence: -value.pence) }
    /// Adds in place.
    public static func += (lhs: inout Money, rhs: Money) { lhs = lhs + rhs }
    /// Subtracts in place.
    public static func -= (lhs: inout Money, rhs: Money) { lhs = lhs - rhs }
}
