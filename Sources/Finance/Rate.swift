/// A share or a yearly percentage in basis points: 1,990 is 19.9 %.
public struct Rate: Sendable, Hashable, Comparable, Codable {
    /// Hundredths of a percent.
    public var basisPoints: Int

    /// A rate of `basisPoints` hundredths of a percent.
    public init(basisPoints: Int) { self.basisPoints = basisPoints }

    /// The largest share that is told apart, a trillion per cent; payments beside an income of a penny reach it.
    static let mostPercent = 1e12

    /// A rate of `percent` per cent, to the nearest basis point.
    public init(percent: Double) {
        let bounded = min(max(percent, -Self.mostPercent), Self.mostPercent)
        basisPoints = Int((bounded * 100).rounded(.toNearestOrAwayFromZero))
    }

    /// As a percentage: 19.9 for 1,990 basis points.
    public var percent: Double { Double(basisPoints) / 100 }

    /// Lower rate first.
    public static func < (lhs: Rate, rhs: Rate) -> Bool { lhs.basisPoints < rhs.basisPoints }

    /// Reads a bare integer of basis points.
    public init(from decoder: any Decoder) throws {
        basisPoints = try decoder.singleValueContainer().decode(Int.self)
    }

    /// Writes a bare integer of basis points.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(basisPoints)
    }
}
