public import Finance

/// A finding an administrator should look at, once a month for a person. It rests on records and rules alone: nothing of
/// how a person feels, what they wrote, or what they call their debts is in it.
public struct RedFlag: Sendable, Hashable, CustomStringConvertible {
    /// What was found, the most critical first; raw values are in keys.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The screening level rose to High.
        case levelRose = "level_rose"
        /// A debt's payment does not exceed its interest.
        case neverClearing = "never_clearing"
        /// Debt payments take a large share of income.
        case highDebt = "high_debt"
        /// Most of the last months ended with more out than in.
        case negativeCashflow = "negative_cashflow"
        /// More went out this month than came in.
        case spendingAboveIncome = "spending_above_income"
        /// Spending is well above budgets.
        case budgetOverrun = "budget_overrun"

        /// The group it is listed under, as the old service named its own.
        public var category: String {
            switch self {
            case .levelRose: "High Risk"
            case .neverClearing: "Debt Not Clearing"
            case .highDebt: "High Debt"
            case .negativeCashflow: "Negative Cash Flow"
            case .spendingAboveIncome: "Overspending"
            case .budgetOverrun: "Budget Overrun"
            }
        }
    }

    /// How soon somebody should look.
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
        /// First of all, soon, when there is time.
        case critical, serious, notice

        /// The more critical first.
        public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

        private var rank: Int {
            switch self {
            case .critical: 0
            case .serious: 1
            case .notice: 2
            }
        }
    }

    /// What was found.
    public let kind: Kind
    /// How soon somebody should look.
    public let severity: Severity
    /// The month it is about.
    public let month: Month
    /// Plain words with figures, for administrators; not for a log.
    public let message: String

    /// Whether it is for the alert queue. What can wait is in the list of people and on the person's page: a queue that
    /// names every budget is read by nobody.
    public var isUrgent: Bool { severity < .notice }
    /// The group it is listed under.
    public var category: String { kind.category }
    /// Equal for the same finding about the same month, whoever it is about.
    public var key: String { "\(kind.rawValue)/\(month)" }
    /// What a log may have: no figures.
    public var description: String { key }

    /// 24 hex digits, the same for the same person, finding and month: repeating a night raises nothing twice.
    public func id(for user: UserID) -> String { KeyDigest("alert", user.hex, key).id }
}
