import Finance

/// What a forecast is made from, worked out once.
struct ForecastGround {
    let outlook: Outlook
    let incomes: Outlook
    let errors: PastErrors
    let abstention: ForecastAbstention?
    /// Categories of the outlook's rows.
    let groups: [String?]
    let debtPayments: [Money]
    let goals: Money
    /// Days after today, of the days of the month.
    let left: (days: Int, of: Int)

    init(of snapshot: Snapshot, months steps: Int) {
        let month = Month(containing: snapshot.asOf)
        let payments = MovementBook(snapshot.expenses.map { Movement($0, today: snapshot.today) })
        let receipts = MovementBook(snapshot.incomes.map { Movement($0, today: snapshot.today) })
        outlook = Outlook(of: payments, on: snapshot.today, from: month, months: steps)
        incomes = Outlook(of: receipts, on: snapshot.today, from: month, months: steps)
        errors = PastErrors(of: payments, before: month, on: snapshot.today, steps: steps)
        abstention = ForecastAbstention(outlook.series.totals)
        groups = payments.groups
        debtPayments = DebtDues(of: snapshot, months: outlook.months).byMonth
        goals = snapshot.savings.monthly
        left = (month.lastDay.number - snapshot.today.number, month.length)
    }

    /// All spending of a month with its range: the person's own where there are months enough, else the typical one.
    func range(_ step: Int) -> ForecastRange {
        let expected = outlook.total(step)
        let open = expected - outlook.rows[step].total(\.spent)
        return ForecastRange(around: expected, errors: errors.total[step], left: step == 0 ? left : (1, 1))
            ?? ForecastRange(typicalAround: expected, open: open.orZero)
    }
}

extension ForecastMonth {
    init(_ ground: ForecastGround, _ step: Int) {
        let payments = ground.outlook.rows[step]
        let receipts = ground.incomes.rows[step]
        let isForecast = ground.abstention == nil
        let isIncomeKnown = ground.incomes.series.count >= Forecast.leastMonths
        self.init(
            month: ground.outlook.months[step], income: receipts.total { $0.spent + $0.repeating + $0.entered },
            irregularIncome: isIncomeKnown ? receipts.total(\.beyondDated) : .zero,
            spent: payments.total(\.spent), committed: payments.total { $0.repeating + $0.entered },
            usual: isForecast ? payments.total(\.beyondDated) : nil,
            spending: isForecast ? ground.outlook.total(step) : nil, range: isForecast ? ground.range(step) : nil,
            debtPayments: ground.debtPayments[step], goals: ground.goals)
    }
}

extension LeftToSpend {
    init(_ month: ForecastMonth, _ incomes: Outlook, daysLeft: Int) {
        self.init(
            received: incomes.rows[0].total(\.spent),
            incomeToCome: incomes.rows[0].total { $0.repeating + $0.entered }, committed: month.committed,
            debtPayments: month.debtPayments, goals: month.goals, spent: month.spent, daysLeft: daysLeft,
            usual: month.usual)
    }
}
