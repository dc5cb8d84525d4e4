public import Finance

/// The range that four months in five fall into, from how far off the forecast was before.
public struct ForecastRange: Sendable, Hashable, Codable {
    /// Where the width comes from.
    public enum Source: String, Sendable, Hashable, Codable {
        /// The person's own past months.
        case own
        /// Too few own months: what the back-test on invented households shows for short histories.
        case typical
    }

    /// Nine outcomes in ten are above it; never below zero.
    public let low: Money
    /// Nine outcomes in ten are below it.
    public let high: Money
    /// Where the width comes from.
    public let source: Source

    /// Per cent of outcomes meant to lie inside.
    public static let level = 80
    /// Past errors from which on they tell a range: between the least and the greatest of eight lie 7 of 9 outcomes.
    static let leastErrors = 8
    /// Width for short histories, thousandths of what is not yet spent; measured by `Backtest` on histories of fewer
    /// than `leastErrors + 3` months.
    static let typical = (below: 175, above: 290)

    /// Ranks by which the range of three months together is widened.
    static let overlapRanks = 1

    /// A range around `expected` from past errors (actual minus expected), narrowed by the root of the share of the
    /// month that is left: errors of separate days add up like that. Errors of spans that overlap repeat each other:
    /// their range is taken `wider` by that many ranks. nil with too few errors.
    init?(around expected: Money, errors: [Money], left: (days: Int, of: Int) = (1, 1), wider: Int = 0) {
        guard errors.count >= Self.leastErrors else { return nil }
        let sorted = errors.sorted()
        // Ranks of a new outcome among n old ones: a tenth of n + 1 from either end.
        let low = max(1, (sorted.count + 1) / 10 - wider)
        let high = min(sorted.count, (9 * (sorted.count + 1) + 9) / 10 + wider)
        let root = Self.root(left)
        self.low = (expected + sorted[low - 1].portion(root, of: Self.rootOne)).orZero
        self.high = max(expected + sorted[high - 1].portion(root, of: Self.rootOne), self.low)
        source = .own
    }

    /// The range of a person with a short history, as a share of what is not yet spent.
    init(typicalAround expected: Money, open: Money) {
        low = (expected - open.portion(Self.typical.below, of: 1_000)).orZero
        high = expected + open.portion(Self.typical.above, of: 1_000)
        source = .typical
    }

    private static let rootOne = 1_000

    /// The square root of a share in thousandths, rounded down.
    static func root(_ share: (days: Int, of: Int)) -> Int {
        let square = share.days * rootOne * rootOne / share.of
        var root = 0
        var bit = 1 << 10
        while bit > 0 {
            if (root + bit) * (root + bit) <= square { root += bit }
            bit >>= 1
        }
        return root
    }
}
