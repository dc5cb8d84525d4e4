public import Finance

/// What one month is expected to bring. The first is the running month, with what is past of it.
public struct ForecastMonth: Sendable, Hashable {
    /// The month.
    public let month: Month
    /// Income of the month that is dated: received, entered ahead, or the next of what repeats.
    public let income: Money
    /// What comes in beyond that in a usual month, from receipts that do not repeat; zero when that cannot be told.
    public let irregularIncome: Money
    /// Payments of the month up to today; zero in months to come.
    public let spent: Money
    /// Payments after today that are entered, or the next of what repeats.
    public let committed: Money
    /// What is usually spent beyond that; nil when nothing is forecast.
    public let usual: Money?
    /// All spending of the month; nil when nothing is forecast. Debt payments that are not entered as expenses are not
    /// in it.
    public let spending: Money?
    /// Where four months in five end; nil when that cannot be told.
    public let range: ForecastRange?
    /// Payments due on debts that are not entered as expenses.
    public let debtPayments: Money
    /// What the goals ask for.
    public let goals: Money

    /// All income.
    public var totalIncome: Money { income + irregularIncome }
    /// Income minus spending, debt payments and goals; nil when nothing is forecast or no income is in sight.
    public var leftOver: Money? {
        guard let spending, hasIncome else { return nil }
        return totalIncome - spending - debtPayments - goals
    }
    /// Whether any income is in sight.
    public var hasIncome: Bool { totalIncome > .zero }

    var json: JSON {
        [
            "month": .string(month.description), "income": hasIncome ? .money(income) : .null,
            "irregularIncome": .money(irregularIncome), "spent": .money(spent), "committed": .money(committed),
            "usual": .money(orNull: usual), "spending": .money(orNull: spending), "low": .money(orNull: range?.low),
            "high": .money(orNull: range?.high), "rangeSource": .string(orNull: range?.source.rawValue),
            "debtPayments": .money(debtPayments), "goals": .money(goals), "leftOver": .money(orNull: leftOver),
        ]
    }
}
