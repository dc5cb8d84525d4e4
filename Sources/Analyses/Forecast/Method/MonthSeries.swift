import Finance

/// Payments of the full months before a day, as far as they were known on that day.
struct MonthSeries: Sendable, Hashable {
    /// A month in which the first record falls counts as full when that record is within its first week.
    static let firstWeek = 7

    /// The first full month, as an ordinal.
    let first: Int
    /// The last day of the last one.
    let end: Day
    /// How many full months there are.
    let count: Int
    /// Payments that do not repeat, a row for each group, a column for each month.
    let oneOffs: [[Money]]
    /// All payments of each month.
    let totals: [Money]

    /// The full months before `month`, from what was known on `origin`.
    init(of book: MovementBook, before month: Month, on origin: Day) {
        let end = month.ordinal
        self.end = month.firstDay.advanced(by: -1)
        let known = book.places(...self.end).filter { book.isKnown($0, on: origin) }
        let start = known.first.map { place in
            book.monthOf[place] + (book.movements[place].day.day <= Self.firstWeek ? 0 : 1)
        }
        let first = min(start ?? end, end)
        var oneOffs = book.groups.map { _ in [Money](repeating: .zero, count: end - first) }
        var totals = [Money](repeating: .zero, count: end - first)
        for place in known where book.monthOf[place] >= first {
            let month = book.monthOf[place] - first
            totals[month] += book.movements[place].amount
            if book.movements[place].rhythm == nil {
                oneOffs[book.groupOf[place]][month] += book.movements[place].amount
            }
        }
        (self.first, count, self.oneOffs, self.totals) = (first, end - first, oneOffs, totals)
    }
}
