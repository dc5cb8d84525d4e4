import Finance

/// How far off this very method would have been on the first day of each earlier month: actual minus expected.
struct PastErrors: Sendable, Hashable {
    /// Months looked back at, at most.
    static let months = 24

    /// Errors of the month `step` months on, for each step, oldest first.
    private(set) var total: [[Money]]
    /// Errors of the sum of the months after the first one, `1...step`, for each step.
    private(set) var ahead: [[Money]]
    /// Errors of the first month by group; where a group had no usual amount of its own there is none.
    private(set) var byGroup: [[Money]]
    /// What was spent in the months of `total[0]`.
    private(set) var actual: [Money] = []

    /// Errors on the months before `month`, from what was known on `today`.
    init(of book: MovementBook, before month: Month, on today: Day, steps: Int) {
        let series = MonthSeries(of: book, before: month, on: today)
        let places = max(Forecast.leastMonths, series.count - Self.months)..<max(Forecast.leastMonths, series.count)
        let outlooks = places.map { place in
            Outlook(of: book, beginning: month.advanced(by: place - series.count), months: steps)
        }
        self.init(outlooks[...], of: book, series, on: today, steps: steps)
    }

    /// The same from outlooks that are at hand, each made when its first month began.
    init(_ outlooks: ArraySlice<Outlook>, of book: MovementBook, _ series: MonthSeries, on today: Day, steps: Int) {
        total = Array(repeating: [], count: steps)
        ahead = total
        byGroup = Array(repeating: [], count: book.groups.count)
        let matrix = Self.actual(of: book, series, until: today)
        for outlook in outlooks where outlook.series.count >= Forecast.leastMonths {
            let place = outlook.months[0].ordinal - series.first
            if place >= 0 { add(outlook, matrix, from: place, of: series.count) }
        }
    }

    private mutating func add(_ outlook: Outlook, _ matrix: [[Money]], from place: Int, of count: Int) {
        var sum = Money.zero
        for step in outlook.rows.indices where place + step < count {
            let spent = matrix.total { $0[place + step] }
            let error = spent - outlook.total(step)
            total[step].append(error)
            if step > 0 { sum += error }
            if step > 0 { ahead[step].append(sum) }
            guard step == 0 else { continue }
            actual.append(spent)
            for group in byGroup.indices where !outlook.sparse.contains(group) {
                byGroup[group].append(matrix[group][place] - outlook.rows[0][group].expected)
            }
        }
    }

    /// What was spent in each full month, a row for each group.
    static func actual(of book: MovementBook, _ series: MonthSeries, until today: Day) -> [[Money]] {
        var matrix = book.groups.map { _ in [Money](repeating: .zero, count: series.count) }
        for place in book.places(...series.end) where book.isKnown(place, on: today) {
            let month = book.monthOf[place] - series.first
            if month >= 0 { matrix[book.groupOf[place]][month] += book.movements[place].amount }
        }
        return matrix
    }

    /// Sum of the errors' sizes as a share of what was spent; nil without a month to tell from.
    var weightedPercent: Double? {
        let spent = actual.reduce(Int128(0)) { $0 + Int128($1.pence) }
        guard spent > 0, let errors = total.first else { return nil }
        return Double(errors.reduce(Int128(0)) { $0 + Int128($1.magnitude.pence) }) * 100 / Double(spent)
    }
}
