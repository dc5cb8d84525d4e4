public import Finance

/// The findings about one person worth an administrator's time, from the rules of a risk assessment (contract 4.3, R8).
public struct RedFlags: Sendable, Hashable {
    /// Most findings of one night.
    public static let most = 3
    /// First day of a month on which its own income and spending are compared; before it pay is often not in yet.
    public static let firstDay = 7
    /// Debt payments from this share of income on, and from where they are critical: the upper two steps of the rule.
    public static let debtShare = (high: Rate(basisPoints: 3_600), critical: Rate(basisPoints: 4_300))
    /// Months of the last three with more out than in.
    public static let negativeMonths = 2
    /// Spending above budgets, as a share of them.
    public static let overrun = Rate(basisPoints: 1_000)

    /// The most critical first.
    public let flags: [RedFlag]

    /// The findings of an assessment; none when nothing is recorded.
    public init(of assessment: RiskAssessment) {
        let month = assessment.snapshot.month
        let found = RedFlag.Kind.allCases.compactMap { kind -> RedFlag? in
            guard assessment.quality.grade != .D, let found = Self.finding(kind, in: assessment) else { return nil }
            return RedFlag(kind: kind, severity: found.severity, month: month, message: found.message)
        }
        // The order of kinds decides between equals, since it is the order they were looked for in.
        let ranked = found.enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }
        flags = ranked.prefix(Self.most).map(\.element)
    }

    private typealias Finding = (severity: RedFlag.Severity, message: String)

    private static func finding(_ kind: RedFlag.Kind, in assessment: RiskAssessment) -> Finding? {
        switch kind {
        case .levelRose: levelRose(assessment)
        case .neverClearing: neverClearing(assessment.burden)
        case .highDebt: highDebt(assessment)
        case .negativeCashflow: negativeCashflow(assessment)
        case .spendingAboveIncome: spendingAboveIncome(assessment.snapshot)
        case .budgetOverrun: budgetOverrun(assessment)
        }
    }

    private static func levelRose(_ assessment: RiskAssessment) -> Finding? {
        guard assessment.level == .high, assessment.previousLevel != .high else { return nil }
        let before = assessment.previousLevel?.legacyWords ?? "not assessed"
        let score = assessment.score.map { " The score is \($0) of \(RiskAssessment.mostPoints)." } ?? ""
        return (.critical, "The screening level is now \(RiskBand.high.legacyWords); before: \(before).\(score)")
    }

    private static func neverClearing(_ burden: DebtBurden) -> Finding? {
        guard let worst = burden.neverClearing.first else { return nil }
        let count = burden.neverClearing.count
        return (
            .critical,
            "Open debts whose payment does not exceed their interest: \(count). The largest is paid "
                + "\(worst.debt.monthlyPayment) a month and begins to clear at \(worst.breakEven)."
        )
    }

    private static func highDebt(_ assessment: RiskAssessment) -> Finding? {
        let burden = assessment.burden
        guard let share = burden.typedShare, let income = burden.income, burden.count > 0, share >= debtShare.high
        else {
            return nil
        }
        return (
            share >= debtShare.critical ? .critical : .serious,
            "Debt payments of \(burden.payments) a month are \(Figure.Value.percent(share.percent).printed) of the "
                + "income of \(income) in \(assessment.snapshot.month.words)."
        )
    }

    private static func negativeCashflow(_ assessment: RiskAssessment) -> Finding? {
        let rule = assessment.rules.first { $0.kind == .negativeMonths }
        guard case .count(let count) = rule?.input, count >= negativeMonths else { return nil }
        return (
            .serious,
            "More went out than came in in \(count) of the last \(RiskRule.monthsLookedAt) months with recorded income."
        )
    }

    private static func spendingAboveIncome(_ snapshot: Snapshot) -> Finding? {
        let month = snapshot.thisMonth
        let isTooEarly = snapshot.month.contains(snapshot.asOf) && snapshot.today.day < firstDay
        guard !isTooEarly, let income = month.incomeIfAny, month.expenses > income else { return nil }
        return (
            .notice,
            "Expenses of \(month.expenses) in \(month.month.words) are above the recorded income of \(income)."
        )
    }

    private static func budgetOverrun(_ assessment: RiskAssessment) -> Finding? {
        let rule = assessment.rules.first { $0.kind == .budgetOverrun }
        guard case .percent(let percent) = rule?.input, Rate(percent: percent) >= overrun else { return nil }
        return (
            .notice,
            "Spending in \(assessment.snapshot.month.words) is \(Figure.Value.percent(percent).printed) above the "
                + "category budgets."
        )
    }
}
