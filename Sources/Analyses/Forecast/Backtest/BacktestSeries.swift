import Finance

/// One forecast of ours beside its outcome and what the other methods may look at.
struct BacktestPoint: Sendable, Hashable {
    let forecast: Money
    var range: ForecastRange?
    let actual: Money
    /// The full months before, oldest first.
    var before: ArraySlice<Money> = []
}

/// The points of one series: a category of one person, or all of one person's spending.
struct BacktestSeries {
    var points: [BacktestPoint] = []

    /// Counts the series for every method.
    func add(to scores: inout [BacktestMethod: BacktestScore]) {
        guard let first = points.first else { return }
        let warmUp = Array(first.before.suffix(Backtest.warmUp))
        let naive = zip(warmUp, warmUp.dropFirst()).reduce(Int128(0)) { $0 + Int128(($1.1 - $1.0).magnitude.pence) }
        for method in BacktestMethod.allCases {
            var score = scores[method] ?? BacktestScore()
            var errors = Int128(0)
            for point in points {
                let forecast = method == .ours ? point.forecast : method.next(after: point.before)
                score.add(forecast, point.actual, range: method == .ours ? point.range : nil)
                errors += Int128((forecast - point.actual).magnitude.pence)
            }
            score.addSeries(errors: errors, count: points.count, naive: naive, months: warmUp.count - 1)
            scores[method] = score
        }
    }
}
