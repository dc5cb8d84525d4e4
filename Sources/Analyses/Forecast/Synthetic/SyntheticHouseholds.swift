public import Finance
public import FoundationEssentials

/// An invented population of households with years of records: seasons, price rises, bills that repeat and end, months
/// without any payment of a kind. The same seed gives the same people, byte for byte.
public struct SyntheticHouseholds: Sendable {
    /// The seed that published numbers are of.
    public static let standardSeed: UInt64 = 2_026
    /// How many households published numbers are of.
    public static let standardCount = 60
    /// Months on record of a household.
    public static let standardMonths = 24...36
    /// The day after the last record, 1 November 2026.
    public static let standardEnd = Date(timeIntervalSince1970: 1_793_491_200)

    private let seed: UInt64
    private let count: Int
    private let months: ClosedRange<Int>
    private let asOf: Date

    /// A population whose records end where the month of `asOf` begins.
    public init(
        seed: UInt64 = standardSeed, count: Int = standardCount, months: ClosedRange<Int> = standardMonths,
        asOf: Date = standardEnd
    ) {
        self.seed = seed
        self.count = count
        self.months = months
        self.asOf = asOf
    }

    /// Each household.
    public var households: [SyntheticHousehold] {
        (0..<count).map { SyntheticHousehold(number: $0, seed: seed, months: months, asOf: asOf) }
    }

    /// Each household as the analyses see it.
    public var snapshots: [Snapshot] { households.map(\.snapshot) }
}
