public import Finance

/// What this month and the three after it are expected to bring, and what is left to spend until the month ends.
///
/// Known are payments dated after today and the next occurrences of what repeats; the rest is what each category
/// usually comes to (`UsualSpending`), scaled to the days that are left. Ranges come from how far off the same method
/// would have been in the person's own past months. Nothing is forecast on too short or too empty a history, and the
/// reason is given; what is dated is shown all the same.
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
        let ground = ForecastGround(of: snapshot, months: 1 + Self.monthsAhead)
        self.snapshot = snapshot
        abstention = ground.abstention
        fullMonths = ground.outlook.series.count
        pastError = ground.errors.weightedPercent
        pastMonths = ground.errors.actual.count
        commitments = ground.outlook.ahead.map { ForecastCommitment($0) }
        leavesOutRare = ground.abstention == nil && !ground.outlook.hasIrregular && !ground.outlook.rare.isEmpty
        categories = ground.abstention == nil ? ForecastCategory.all(ground) : []
        months = ground.outlook.rows.indices.map { ForecastMonth(ground, $0) }
        left = LeftToSpend(months[0], ground.incomes, daysLeft: ground.left.days + 1)
        let ahead = ground.outlook.rows.indices.dropFirst().map { ground.outlook.total($0) }.reduce(.zero, +)
        spendingAhead = ground.abstention == nil ? ahead : nil
        let errors = ground.errors.ahead[Self.monthsAhead]
        rangeAhead =
            ground.abstention == nil
            ? ForecastRange(around: ahead, errors: errors, wider: ForecastRange.overlapRanks) : nil
    }
}
