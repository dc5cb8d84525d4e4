import Finance

/// What one day's knowledge says about the months that follow it: the whole forecasting method, used alike for today's
/// forecast and for measuring how far off it would have been on earlier days.
struct Outlook: Sendable, Hashable {
    /// One category in one month.
    struct Row: Sendable, Hashable {
        /// Dated in the month and already past on the day of the forecast.
        var spent = Money.zero
        /// Still to come from what repeats, entered or expected.
        var repeating = Money.zero
        /// Still to come from one-offs entered ahead.
        var entered = Money.zero
        /// What the rest of the month usually brings; one-offs entered ahead count towards it.
        var usual = Money.zero

        /// What is still to come beyond what is dated.
        var beyondDated: Money { (usual - entered).orZero }
        /// The whole month; spending is never below zero.
        var expected: Money { (spent + repeating + max(entered, usual)).orZero }
    }

    /// The first month that is forecast, and the following ones.
    let months: [Month]
    /// The history it stands on.
    let series: MonthSeries
    /// Groups whose one-offs are too rare to have a usual amount of their own.
    let sparse: Set<Int>
    /// Whether the sparse groups together have one.
    let hasIrregular: Bool
    /// Everything dated after the origin.
    let ahead: [Movement.Ahead]
    /// For each month a row for each group and a last one for the sparse groups' one-offs together.
    let rows: [[Row]]

    /// A forecast made at the end of `origin`, which lies in `start` or is the day before it.
    init(of book: MovementBook, on origin: Day, from start: Month, months count: Int) {
        let months = (0..<count).map { start.advanced(by: $0) }
        let series = MonthSeries(of: book, before: start, on: origin)
        let sparse = Set(series.oneOffs.indices.filter { UsualSpending.isSparse(series.oneOffs[$0][...]) })
        let pooled = (0..<series.count).map { month in sparse.map { series.oneOffs[$0][month] }.reduce(.zero, +) }
        let ahead = book.ahead(after: origin, through: start.advanced(by: count - 1).lastDay)
        self.months = months
        self.series = series
        self.sparse = sparse
        self.ahead = ahead
        hasIrregular = !pooled.isEmpty && !UsualSpending.isSparse(pooled[...])
        var rows = Array(repeating: Array(repeating: Row(), count: book.groups.count + 1), count: count)
        Self.addDated(ahead, sparse, from: start, to: &rows)
        Self.addSpent(book, in: start, until: origin, sparse, to: &rows[0])
        let usual = series.oneOffs.indices.map { sparse.contains($0) ? [] : series.oneOffs[$0] }
        let daysLeft = start.lastDay.number - origin.number
        for step in rows.indices {
            let (left, length) = step == 0 ? (daysLeft, start.length) : (1, 1)
            for (group, amounts) in (usual + [hasIrregular ? pooled : []]).enumerated() where !amounts.isEmpty {
                rows[step][group].usual = UsualSpending.amount(after: amounts[...], step: step + 1)
                    .portion(left, of: length)
            }
        }
        self.rows = rows
    }

    /// A forecast made when the month `start` began.
    init(of book: MovementBook, beginning start: Month, months count: Int) {
        self.init(of: book, on: start.firstDay.advanced(by: -1), from: start, months: count)
    }

    /// Groups that do have one-offs, but too rarely to forecast them.
    var rare: Set<Int> {
        sparse.filter { series.oneOffs[$0].suffix(UsualSpending.emptyWindow).contains { $0 > .zero } }
    }

    /// Everything expected in a month; the first is the month of the day after the origin.
    func total(_ step: Int) -> Money { rows[step].total(\.expected) }

    private static func addDated(
        _ ahead: [Movement.Ahead], _ sparse: Set<Int>, from start: Month, to rows: inout [[Row]]
    ) {
        for movement in ahead {
            let step = Month(movement.day).ordinal - start.ordinal
            if !movement.isOneOff {
                rows[step][movement.group].repeating += movement.amount
            } else {
                let row = sparse.contains(movement.group) ? rows[step].count - 1 : movement.group
                rows[step][row].entered += movement.amount
            }
        }
    }

    private static func addSpent(
        _ book: MovementBook, in start: Month, until origin: Day, _ sparse: Set<Int>, to rows: inout [Row]
    ) {
        guard start.firstDay <= origin else { return }
        for place in book.places(start.firstDay...origin) where book.isKnown(place, on: origin) {
            let movement = book.movements[place]
            let isPooled = movement.rhythm == nil && sparse.contains(book.groupOf[place])
            rows[isPooled ? rows.count - 1 : book.groupOf[place]].spent += movement.amount
        }
    }
}
