import Finance

/// The days of this month on which the same records could give other insights.
///
/// What depends on nothing but records and month needs no mark. The rest, one by one:
/// a pace that is above usual falls every day, and so does a shortfall: tomorrow; a pace begins to count on the 7th, and
/// grows on the day of a payment that is entered ahead and is not one that repeats; a goal's date passes; a budget is
/// level with the month on a day that is known; a series is missing, then ended, after its tolerance, and its amount may
/// change with a payment entered ahead; a rise stops being news; an expected receipt or payment falls due, and is late.
struct InsightMarks {
    private let days: Set<Day>
    private let today: Day
    private let last: Day

    init(of ground: InsightGround, having found: [Insight]) {
        today = ground.today
        last = ground.month.lastDay
        let tomorrow = ground.today.advanced(by: 1)
        var days = Self.ofMonth(ground).union(Self.ofSeries(ground)).union(Self.expected(ground))
        for goal in ground.snapshot.goals {
            guard let end = goal.completesOn.map(Day.init) else { continue }
            days.formUnion([end, end.advanced(by: 1)])
        }
        if found.contains(where: { $0.kind == .spendAnomaly || $0.kind == .cashLow }) { days.insert(tomorrow) }
        self.days = days
    }

    /// The earliest day after today, within the month.
    var next: Day? { days.filter { $0 > today && $0 <= last }.min() }

    /// For when not everything could be looked at.
    var tomorrow: Day? { today < last ? today.advanced(by: 1) : nil }

    /// Days of the month that mean something to every month, its budgets, and its payments entered ahead.
    private static func ofMonth(_ ground: InsightGround) -> Set<Day> {
        let first = ground.month.firstDay
        let even = ground.budgets.categories.map { $0.evenDay(in: ground.month) }
        let numbers = [SpendAnomaly.firstDay, BudgetsTogether.firstDay] + even
        let paceless = ground.paceless
        let ahead = ground.snapshot.expenses(in: ground.month).filter { payment in
            Day(payment.fallsOn) > ground.today
                && (Rhythm(payment.frequency) == nil || !paceless.contains(payment.id))
        }
        return Set(numbers.map { first.advanced(by: $0 - 1) } + ahead.map { Day($0.fallsOn) })
    }

    private static func ofSeries(_ ground: InsightGround) -> Set<Day> {
        var days: Set<Day> = []
        for series in ground.audit.series {
            guard let end = (series.entered.last ?? series.paid.last)?.day else { continue }
            for count in 1...2 {
                days.insert(series.cadence.day(after: end, count: count).advanced(by: series.cadence.tolerance + 1))
            }
            if let rise = series.rise { days.insert(rise.since.advanced(by: PriceRise.newsDays)) }
            if !series.isOneAmount { days.formUnion(series.entered.map(\.day)) }
        }
        return days
    }

    private static func expected(_ ground: InsightGround) -> Set<Day> {
        let receipts = ground.snapshot.incomes.compactMap {
            ExpectedDays.Entry($0.name, $0.frequency, Day($0.receivedOn))
        }
        let payments = ground.snapshot.expenses.compactMap {
            ExpectedDays.Entry($0.name, $0.frequency, Day($0.fallsOn))
        }
        let (today, end) = (ground.today, ground.month.lastDay)
        return ExpectedDays.all(receipts, today: today, until: end)
            .union(ExpectedDays.all(payments, today: today, until: end))
    }
}

extension RecurringSeries {
    /// Whether what is entered ahead costs what the last payments did, so that it changes nothing when it is paid.
    fileprivate var isOneAmount: Bool {
        Set((paid.suffix(Self.recent) + entered).map(\.amount)).count <= 1
    }
}
