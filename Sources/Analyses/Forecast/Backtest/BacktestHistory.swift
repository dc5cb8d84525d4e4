import Finance

/// One person's closed months with, for each, the outlook from the day before it began.
struct BacktestHistory {
    /// Months of one outlook.
    private static let steps = 1 + Forecast.monthsAhead
    /// The day of the month on which a running month is forecast.
    private static let middle = 15

    let book: MovementBook
    /// What was spent in each full month, a row for each group.
    let matrix: [[Money]]
    /// Places of the months that are scored, counted from the first full one.
    let places: Range<Int>
    private let first: Month
    private let outlooks: [Outlook]

    init(_ snapshot: Snapshot) {
        let end = Month(containing: snapshot.asOf)
        let book = MovementBook(snapshot.expenses.map { Movement($0, today: snapshot.today) })
        let series = MonthSeries(of: book, before: end, on: snapshot.today)
        let first = end.advanced(by: -series.count)
        self.book = book
        self.first = first
        matrix = PastErrors.actual(of: book, series, until: snapshot.today)
        outlooks = (0..<series.count).map { place in
            Outlook(of: book, beginning: first.advanced(by: place), months: Self.steps)
        }
        places = max(Backtest.warmUp, series.count - Backtest.months)..<max(Backtest.warmUp, series.count)
    }

    /// What one month's beginning makes of it.
    struct Origin {
        /// A point for each group and a last one for all; nil where the category is too rare for an amount of its own.
        let points: [BacktestPoint?]
        /// The three months after it together, where they have closed.
        let ahead: [BacktestPoint]
        /// The month itself, seen from its middle.
        let midMonth: [BacktestPoint]
    }

    func origin(_ place: Int) -> Origin {
        let month = first.advanced(by: place)
        let outlook = outlooks[place]
        let past = outlooks[max(0, place - PastErrors.months)..<place]
        let errors = PastErrors(
            past, of: book, outlook.series, on: month.firstDay.advanced(by: -1), steps: Self.steps)
        return Origin(
            points: groupPoints(outlook, errors, place) + [totalPoint(outlook, errors, place)],
            ahead: aheadPoints(outlook, errors, place), midMonth: [middlePoint(errors, place)])
    }

    /// Months forecast from too short a history for a range of its own.
    var short: [BacktestPoint] {
        let places = Forecast.leastMonths..<Forecast.leastMonths + ForecastRange.leastErrors
        return places.clamped(to: outlooks.indices).map { place in
            let expected = outlooks[place].total(0)
            return BacktestPoint(
                forecast: expected, range: ForecastRange(typicalAround: expected, open: expected),
                actual: total(place))
        }
    }

    private func total(_ place: Int) -> Money { matrix.total { $0[place] } }

    private func groupPoints(_ outlook: Outlook, _ errors: PastErrors, _ place: Int) -> [BacktestPoint?] {
        let rare = outlook.rare
        return matrix.indices.map { group in
            guard !rare.contains(group) else { return nil }
            let expected = outlook.rows[0][group].expected
            let range = ForecastRange(around: expected, errors: errors.byGroup[group])
            return BacktestPoint(
                forecast: expected, range: outlook.sparse.contains(group) ? nil : range,
                actual: matrix[group][place], before: matrix[group][..<place])
        }
    }

    private func totalPoint(_ outlook: Outlook, _ errors: PastErrors, _ place: Int) -> BacktestPoint {
        let expected = outlook.total(0)
        return BacktestPoint(
            forecast: expected, range: ForecastRange(around: expected, errors: errors.total[0]), actual: total(place),
            before: (0..<place).map { total($0) }[...])
    }

    private func aheadPoints(_ outlook: Outlook, _ errors: PastErrors, _ place: Int) -> [BacktestPoint] {
        guard place + Self.steps <= outlooks.count else { return [] }
        let expected = (1..<Self.steps).map { outlook.total($0) }.reduce(.zero, +)
        let actual = (1..<Self.steps).map { total(place + $0) }.reduce(.zero, +)
        let range = ForecastRange(
            around: expected, errors: errors.ahead[Self.steps - 1], wider: ForecastRange.overlapRanks)
        return [BacktestPoint(forecast: expected, range: range, actual: actual)]
    }

    private func middlePoint(_ errors: PastErrors, _ place: Int) -> BacktestPoint {
        let month = first.advanced(by: place)
        let origin = month.firstDay.advanced(by: Self.middle - 1)
        let expected = Outlook(of: book, on: origin, from: month, months: 1).total(0)
        let range = ForecastRange(
            around: expected, errors: errors.total[0], left: (month.length - Self.middle, month.length))
        return BacktestPoint(forecast: expected, range: range, actual: total(place))
    }
}
