public import Finance

/// What this month and the three after it are expected to bring, and what is left to spend until the month ends.
///
/// Known are payments dated after today and the next occurrences of what repeats; the rest is what each category usually
/// comes to (`UsualSpending`), scaled to the days that are left. Ranges come from how far off the same method would
/// have been in the person's own past months. Nothing is forecast on too short or too empty a history, and the reason
/// is given; what is dated is shown all the same.
public struct Forecast: Sendable, Hashable {
    /// Full months of payments without which nothing is forecast.
    public static let leastMonths = 3
    /// Months looked at beyond the running one.
    public static let monthsAhead = 3

    /// Why nothing is forecast; nil when something is.
    public let abstention: ForecastAbstention?
    /// The running month, then three more.
    public let months: [ForecastMonth]
    /// This month by category, largest first; empty when nothing is forecast.
    public let categories: [ForecastCategory]
    /// Payments still to come on known days, soonest first.
    public let commitments: [ForecastCommitment]
    /// What this month leaves.
    public let left: LeftToSpend
    /// Full months the forecast stands on.
    public let fullMonths: Int
    /// How far off the method would have been on the first day of each past month: the sum of its misses as a share of
    /// what was spent, per cent; nil without such a month.
    public let pastError: Double?
    /// The months that `pastError` is of.
    public let pastMonths: Int
    /// Spending of the three months after this one together; nil when nothing is forecast.
    public let spendingAhead: Money?
    /// Where four such spans in five end.
    public let rangeAhead: ForecastRange?
    /// Whether spending that is too rare to forecast is left out.
    public let leavesOutRare: Bool
    let snapshot: Snapshot

    /// A forecast from the day on which the snapshot was read, whatever month the snapshot shows.
    public init(of snapshot: Snapshot) {
        let month = Month(containing: snapshot.asOf)
        let steps = 1 + Self.monthsAhead
        let payments = MovementBook(snapshot.expenses.map { Movement($0) })
        let receipts = MovementBook(snapshot.incomes.map { Movement($0) })
        let outlook = Outlook(of: payments, on: snapshot.today, from: month, months: steps)
        let incomes = Outlook(of: receipts, on: snapshot.today, from: month, months: steps)
        let errors = PastErrors(of: payments, before: month, on: snapshot.today, steps: steps)
        let abstention = ForecastAbstention(outlook.series.totals)
        let dues = DebtDues(of: snapshot, months: outlook.months)
        let left = (days: month.lastDay.number - snapshot.today.number, of: month.length)
        self.snapshot = snapshot
        self.abstention = abstention
        fullMonths = outlook.series.count
        pastError = errors.weightedPercent
        pastMonths = errors.actual.count
        commitments = outlook.ahead.map { ForecastCommitment($0) }
        leavesOutRare = !outlook.hasIrregular && !outlook.rare.isEmpty
        categories = abstention == nil ? ForecastCategory.all(outlook, payments, errors, left) : []
        months = (0..<steps).map { step in
            ForecastMonth(
                outlook, incomes, step, range: abstention == nil ? Self.range(outlook, errors, step, left) : nil,
                isForecast: abstention == nil, debtPayments: dues.byMonth[step], goals: snapshot.savings.monthly)
        }
        self.left = LeftToSpend(months[0], incomes, daysLeft: left.days + 1)
        let ahead = (1..<steps).map { outlook.total($0) }.reduce(.zero, +)
        spendingAhead = abstention == nil ? ahead : nil
        rangeAhead =
            abstention == nil
            ? ForecastRange(around: ahead, errors: errors.ahead[steps - 1], wider: ForecastRange.overlapRanks) : nil
    }

    private static func range(
        _ outlook: Outlook, _ errors: PastErrors, _ step: Int, _ left: (days: Int, of: Int)
    ) -> ForecastRange {
        let expected = outlook.total(step)
        let open = expected - outlook.rows[step].total(\.spent)
        return ForecastRange(around: expected, errors: errors.total[step], left: step == 0 ? left : (1, 1))
            ?? ForecastRange(typicalAround: expected, open: open.orZero)
    }
}

extension ForecastMonth {
    init(
        _ outlook: Outlook, _ incomes: Outlook, _ step: Int, range: ForecastRange?, isForecast: Bool,
        debtPayments: Money, goals: Money
    ) {
        let payments = outlook.rows[step]
        let receipts = incomes.rows[step]
        let isIncomeKnown = incomes.series.count >= Forecast.leastMonths
        self.init(
            month: outlook.months[step],
            income: receipts.total { $0.spent + $0.repeating + $0.entered },
            irregularIncome: isIncomeKnown ? receipts.total(\.beyondDated) : .zero,
            spent: payments.total(\.spent), committed: payments.total { $0.repeating + $0.entered },
            usual: isForecast ? payments.total(\.beyondDated) : nil,
            spending: isForecast ? outlook.total(step) : nil, range: range, debtPayments: debtPayments, goals: goals)
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
