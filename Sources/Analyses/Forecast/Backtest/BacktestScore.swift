import Finance

/// How one method did on one level. Errors are summed in whole pence; shares are made at the end.
public struct BacktestScore: Sendable, Hashable {
    /// Forecasts scored.
    public private(set) var count = 0
    private var errors = Int128(0)
    private var signed = Int128(0)
    private var actual = Int128(0)
    /// Ranges that held, and how many there were.
    private var held = 0
    private var ranges = 0
    /// Sum and number of the series' errors scaled by their own naive error.
    private var scaled = 0.0
    private var series = 0

    /// Sum of the errors' sizes as a share of what was spent; nil when nothing was.
    public var wape: Double? { actual > 0 ? Double(errors) / Double(actual) : nil }
    /// Forecast minus actual as a share of what was spent: above zero when forecasts are too high.
    public var bias: Double? { actual > 0 ? Double(signed) / Double(actual) : nil }
    /// Mean over the series of their mean error, each over the mean error of repeating the month before within the
    /// twelve months before the first forecast.
    public var mase: Double? { series > 0 ? scaled / Double(series) : nil }
    /// Share of the ranges that held; nil when the method gives none.
    public var coverage: Double? { ranges > 0 ? Double(held) / Double(ranges) : nil }

    mutating func add(_ forecast: Money, _ actual: Money, range: ForecastRange? = nil) {
        let error = Int128(forecast.pence) - Int128(actual.pence)
        count += 1
        errors += Int128(error.magnitude)
        signed += error
        self.actual += Int128(actual.pence)
        guard let range else { return }
        ranges += 1
        held += (range.low...range.high).contains(actual) ? 1 : 0
    }

    /// Counts a series: the sum of its errors over `count` months, and its naive error beforehand over `months`.
    mutating func addSeries(errors: Int128, count: Int, naive: Int128, months: Int) {
        guard count > 0, naive > 0, months > 0 else { return }
        scaled += Double(errors) / Double(count) / (Double(naive) / Double(months))
        series += 1
    }

    var json: JSON {
        [
            "count": .int(Int64(count)), "wape": .share(wape), "mase": .share(mase), "bias": .share(bias),
            "coverage": .share(coverage),
        ]
    }
}

extension JSON {
    /// A share to four decimals, or null.
    static func share(_ share: Double?) -> JSON {
        share.map { .number(($0 * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000) } ?? .null
    }
}
