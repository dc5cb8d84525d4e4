import Finance

extension Forecast {
    /// The numbers behind what is left to spend, each month, the largest categories and the method's own past error.
    public var figures: [Figure] {
        leftItems + leftOutcomes + months.flatMap(figures) + aheadFigures
            + categories.prefix(Review.rows).enumerated().flatMap {
                figures($1, $0 + 1)
            } + [errorFigure]
    }

    private var month: Month { months[0].month }
    /// The running month in words.
    var words: String { month.words }

    /// A figure of this forecast on records of some collections.
    func figure(
        _ key: String, _ label: String, _ value: Figure.Value?, in window: Month? = nil, _ basis: String,
        _ collections: [String] = ["expenses"]
    ) -> Figure {
        snapshot.figure(
            "forecast.\(key)", label, value, in: window ?? month, coverage: coverage(of: collections), basis: basis)
    }

    private func coverage(of collections: [String]) -> Coverage {
        collections.contains { snapshot.coverage(of: $0) == .partial } ? .partial : .full
    }

    private func figures(_ row: ForecastMonth) -> [Figure] {
        let words = row.month.words
        let reason = abstention?.reason
        func money(_ key: String, _ label: String, _ value: Money?, _ basis: String) -> Figure {
            figure("\(row.month).\(key)", "\(label) in \(words)", value.map { .money($0) }, in: row.month, basis)
        }
        return [
            money("spending", "Expected spending", row.spending, reason ?? method),
            money("low", "Expected spending at the low end", row.range?.low, reason ?? basis(row.range)),
            money("high", "Expected spending at the high end", row.range?.high, reason ?? basis(row.range)),
            money(
                "income", "Expected income", row.hasIncome ? row.totalIncome : nil,
                row.hasIncome ? "dated income and what usually comes beside it" : "no income is entered or expected"),
            money(
                "left", "Expected to be left", row.leftOver,
                reason ?? (row.hasIncome ? "income minus spending, debt payments and goals" : "no income in sight")),
        ]
    }

    private var aheadFigures: [Figure] {
        let span = "\(months[1].month.words) to \(months[Self.monthsAhead].month.words)"
        let reason = abstention?.reason
        let few = "too few past months to tell"
        func money(_ key: String, _ label: String, _ value: Money?, _ basis: String) -> Figure {
            figure(
                "ahead.\(key)", "\(label), \(span)", value.map { .money($0) }, reason ?? (value == nil ? few : basis))
        }
        return [
            money("spending", "Expected spending together", spendingAhead, method),
            money("low", "Expected spending together at the low end", rangeAhead?.low, basis(rangeAhead)),
            money("high", "Expected spending together at the high end", rangeAhead?.high, basis(rangeAhead)),
        ]
    }

    private func figures(_ row: ForecastCategory, _ place: Int) -> [Figure] {
        let name = String.quoted(row.title)
        return [
            figure(
                "category.\(place)", "Expected spending on \(name) in \(words)", .money(row.expected),
                "spent, dated, and usual for the days left"),
            figure(
                "category.\(place).spent", "Spent so far on \(name) in \(words)", .money(row.spent),
                "expenses dated to today"),
        ]
    }

    private var errorFigure: Figure {
        let span = pastMonths == 1 ? "the last full month" : "the last \(pastMonths) full months"
        return figure(
            "error", "How far off such a forecast was on average", pastError.map { .percent($0) },
            pastError == nil ? "no earlier month to compare with" : "misses as a share of spending, \(span)")
    }

    /// The rule in a few words.
    var method: String {
        let months = min(fullMonths, UsualSpending.medianMonths)
        return fullMonths >= UsualSpending.monthsForYear
            ? "dated payments, and for the rest half the last 3 months' mean and half the same month last year"
            : "dated payments, and for the rest the median of the last \(months) months"
    }

    private func basis(_ range: ForecastRange?) -> String {
        switch range?.source {
        case .own: "four past months in five fell in this range"
        case .typical: "typical for short histories of invented households; too few own months to tell"
        case nil: "too few past months to tell"
        }
    }
}
