public import Finance

/// How a stored forecast turned out.
public struct ForecastScore: Sendable, Hashable, Codable {
    /// The forecast.
    public let forecast: ForecastRecord
    /// What was spent in the month.
    public let actual: Money
    /// What was spent on each category of the forecast, in its order.
    public let parts: [Money]

    /// nil as long as the month runs.
    public init?(forecast: ForecastRecord, actual snapshot: Snapshot) {
        guard snapshot.asOf >= forecast.month.end else { return nil }
        self.forecast = forecast
        actual = snapshot.expenses(in: forecast.month).total(\.amount).orZero
        let spent = Dictionary(
            snapshot.spendingByCategory(in: forecast.month).map { ($0.name, $0.amount) }, uniquingKeysWith: +)
        parts = forecast.parts.map { spent[$0.name] ?? .zero }
    }

    /// Actual minus expected: above zero when more was spent.
    public var error: Money { actual - forecast.expected }
    /// The error's size as a share of what was spent, per cent; nil when nothing was spent.
    public var percent: Double? { error.magnitude.percent(of: actual) }
    /// Whether the range held; nil when there was none.
    public var isInside: Bool? { forecast.range.map { ($0.low...$0.high).contains(actual) } }

    /// The score as a list shows it.
    public var json: JSON {
        [
            "month": .string(forecast.month.description), "madeOn": .string(forecast.madeOn.description),
            "expected": .money(forecast.expected), "actual": .money(actual), "error": .money(error),
            "errorPercent": .percent(orNull: percent), "isInside": isInside.map { .bool($0) } ?? .null,
        ]
    }
}

/// One person's scored forecasts together: the error that is shown beside the next forecast.
public struct ForecastScores: Sendable, Hashable {
    /// Newest month first.
    public let scores: [ForecastScore]

    /// The scores of closed months.
    public init(_ scores: [ForecastScore]) {
        self.scores = scores.sorted {
            ($1.forecast.month, $1.forecast.madeOn) < ($0.forecast.month, $0.forecast.madeOn)
        }
    }

    /// The misses together as a share of what was spent, per cent; nil when nothing was spent.
    public var weightedPercent: Double? {
        share { $0.error.magnitude }
    }
    /// Expected minus actual as a share of what was spent: above zero when forecasts are too high.
    public var bias: Double? {
        share { -$0.error }
    }
    /// How many ranges held, of those that had one.
    public var inside: (held: Int, of: Int) {
        let known = scores.compactMap(\.isInside)
        return (known.count { $0 }, known.count)
    }

    private func share(_ part: (ForecastScore) -> Money) -> Double? {
        let spent = scores.reduce(Int128(0)) { $0 + Int128($1.actual.pence) }
        guard spent > 0 else { return nil }
        return Double(scores.reduce(Int128(0)) { $0 + Int128(part($1).pence) }) * 100 / Double(spent)
    }

    /// The user-level error, as of a snapshot.
    public func figures(in snapshot: Snapshot) -> [Figure] {
        let none = "no forecast of a closed month is stored"
        let held = inside
        return [
            snapshot.figure(
                "forecast.scored.error", "How far off your last \(scores.count) stored forecasts were on average",
                weightedPercent.map { .percent($0) }, records: scores.count,
                basis: weightedPercent == nil ? none : "misses as a share of what was spent"),
            snapshot.figure(
                "forecast.scored.inside", "Stored forecasts whose range held, of \(held.of)",
                held.of == 0 ? nil : .count(held.held), records: held.of, basis: held.of == 0 ? none : "closed months"),
        ]
    }

    /// The scores for display, the newest `Review.rows` of them.
    public var json: JSON {
        [
            "count": .int(Int64(scores.count)), "errorPercent": .percent(orNull: weightedPercent),
            "biasPercent": .percent(orNull: bias), "inside": .int(Int64(inside.held)),
            "withRange": .int(Int64(inside.of)), "scores": .array(scores.prefix(Review.rows).map(\.json)),
            "notShown": Review.notShown(scores),
        ]
    }
}
