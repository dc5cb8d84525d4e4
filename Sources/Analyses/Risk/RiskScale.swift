import Finance

/// Points by threshold: a value gets the points of the last step it has reached. Steps rise in both, so a larger value
/// never gets fewer points.
struct RiskScale: Sendable {
    struct Step: Sendable {
        let from: Int64
        let points: Int
    }

    private let steps: [Step]

    init(_ steps: KeyValuePairs<Int64, Int>) {
        self.steps = steps.map { Step(from: $0.key, points: $0.value) }
    }

    /// Points of the highest step.
    var most: Int { steps.last?.points ?? 0 }

    /// Points of `value`; none below the first step.
    func points(at value: Int64) -> Int { steps.last { $0.from <= value }?.points ?? 0 }

    /// `from 20%: 20 points; from 36%: 35 points`, with each threshold as `written` writes it.
    func words(_ written: (Int64) -> String) -> String {
        steps.map { "from \(written($0.from)): \($0.points) points" }.joined(separator: "; ")
    }

    /// The same for thresholds in basis points.
    var percentWords: String { words { Figure.Value.percent(Rate(basisPoints: Int($0)).percent).printed } }

    /// The thresholds alone.
    var thresholds: [Int64] { steps.map(\.from) }
}

extension RiskScale {
    /// Debt payments as a share of income, in basis points: the bands under 20, 20 to under 36, 36 to under 43, and 43
    /// per cent and over. They come from US lending on gross income; here they only grade, on income as typed. Judged on the
    /// rounded share that is shown, so that a figure of 20% never stands under 20.
    static let debtToIncome = RiskScale([2_000: 20, 3_600: 35, 4_300: 50])
    /// Months of the last three in which more went out than came in.
    static let negativeMonths = RiskScale([1: 8, 2: 16, 3: 24])
    /// Growth of what is owed, in basis points of the earlier balance.
    static let debtGrowth = RiskScale([500: 5, 2_000: 10])
    /// Spending above budgets, in basis points of the budgets.
    static let budgetOverrun = RiskScale([1_000: 4, 2_500: 8])
    /// Months of expenses that savings do not cover, of the three that are looked at.
    static let runwayShortfall = RiskScale([1: 4, 3: 8])
}
