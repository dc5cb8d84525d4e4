public import Finance

/// How good the forecast is, on histories whose outcome is known: each closed month from the thirteenth full one on is
/// forecast from what was known when it began, and compared with what simpler methods would have said of the same
/// months. Nothing entered later is seen.
public struct Backtest: Sendable, Hashable {
    /// Full months before the first forecast.
    public static let warmUp = 12
    /// Months scored of one history at most, the newest.
    public static let months = 24

    /// What is scored.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// One category of one person in one month.
        case category = "category-month"
        /// All spending of one person in one month.
        case total = "user total"
    }

    /// One method on one level.
    public struct Row: Sendable, Hashable {
        /// What was scored.
        public let level: Level
        /// By which method.
        public let method: BacktestMethod
        /// How it did.
        public let score: BacktestScore
    }

    /// Histories that were long enough.
    public private(set) var histories = 0
    /// Category-months for which the forecast gave no amount of its own since the category is too rare.
    public private(set) var abstained = 0
    /// Category-months with nothing spent, of all.
    public private(set) var empty = 0
    /// All category-months.
    public private(set) var categoryMonths = 0
    /// Our range for three months together.
    public private(set) var ahead = BacktestScore()
    /// Our forecast of a whole month made on its fifteenth.
    public private(set) var midMonth = BacktestScore()
    /// Our forecast from fewer than nine months before, with the range for short histories.
    public private(set) var short = BacktestScore()
    private var scores: [Level: [BacktestMethod: BacktestScore]] = [:]

    /// Every level and method, in a fixed order.
    public var rows: [Row] {
        Level.allCases.flatMap { level in
            BacktestMethod.allCases.map { Row(level: level, method: $0, score: score(level, $0)) }
        }
    }

    /// One method on one level.
    public func score(_ level: Level, _ method: BacktestMethod) -> BacktestScore {
        scores[level]?[method] ?? BacktestScore()
    }

    /// Scores every history up to the month in which its snapshot was read.
    public static func run(histories: [Snapshot]) -> Backtest {
        var backtest = Backtest()
        for history in histories { backtest.add(BacktestHistory(history)) }
        return backtest
    }

    /// The published run: the standard invented households.
    public static func synthetic(
        seed: UInt64 = SyntheticHouseholds.standardSeed, count: Int = SyntheticHouseholds.standardCount
    ) -> Backtest {
        run(histories: SyntheticHouseholds(seed: seed, count: count).snapshots)
    }

    private mutating func add(_ history: BacktestHistory) {
        short.add(history.short)
        guard !history.places.isEmpty else { return }
        histories += 1
        var series: [BacktestSeries] = []
        for place in history.places {
            let origin = history.origin(place)
            for (index, point) in origin.points.enumerated() {
                if index == series.count { series.append(BacktestSeries()) }
                if let point { series[index].points.append(point) }
            }
            abstained += origin.points.count { $0 == nil }
            categoryMonths += history.book.groups.count
            empty += history.matrix.count { $0[place] <= .zero }
            ahead.add(origin.ahead)
            midMonth.add(origin.midMonth)
        }
        for (index, series) in series.enumerated() {
            series.add(to: &scores[index < history.book.groups.count ? .category : .total, default: [:]])
        }
    }
}

extension BacktestScore {
    mutating func add(_ points: [BacktestPoint]) {
        for point in points { add(point.forecast, point.actual, range: point.range) }
    }
}
