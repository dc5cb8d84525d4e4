public import Finance

/// The facts of one month's spending as the main backend's admin screen shows them (contract 2.7): the sum, the change
/// on the month before, the three largest names, the heatmap by name; beside it the heatmap by category and the largest
/// categories against their budgets. Any month of the data.
public struct SpendingMonth: Sendable, Hashable {
    /// A category beside its budgets of the same month.
    public struct Budgeted: Sendable, Hashable {
        /// Its payments.
        public let part: SpendingBreakdown.Part
        /// The sum of its own budgets; nil when it has none.
        public let budget: Money?
        /// Spent as a share of the budget in per cent; nil without a budget above zero.
        public var used: Double? { budget.flatMap { part.amount.percent(of: $0) } }
        /// What is left of the budget, negative when more was spent.
        public var left: Money? { budget.map { $0 - part.amount } }
    }

    /// How many names the admin screen lists as largest.
    public static let topNames = 3
    /// Most groups a heatmap shows.
    public static let heatmapRows = 50

    /// The month.
    public let month: Month
    /// The sum of its payments and how many they are.
    public let totals: MonthTotals
    /// Change on the month before.
    public let growth: Growth
    /// Groups by category and by name, each with its level.
    public let breakdown: SpendingBreakdown
    /// Categories against their budgets, most spent first.
    public let categories: [Budgeted]
    let snapshot: Snapshot

    /// The facts of `month`, the snapshot's own unless given.
    public init(of snapshot: Snapshot, month: Month? = nil) {
        let month = month ?? snapshot.month
        self.snapshot = snapshot
        self.month = month
        totals = snapshot.totals(of: month)
        growth = Growth(from: snapshot.totals(of: month.previous).expenses, to: totals.expenses)
        breakdown = SpendingBreakdown(of: snapshot, month: month)
        let budgets = Dictionary(grouping: snapshot.budgets(in: month), by: \.category)
        categories = breakdown.categories.map { part in
            Budgeted(part: part, budget: part.name.flatMap { budgets[$0]?.total(\.amount) })
        }
    }

    /// The largest groups by name, as the admin screen names them.
    public var top: [SpendingBreakdown.Part] { Array(breakdown.names.prefix(Self.topNames)) }

    /// The four keys of the admin dashboard that are about spending, spelled and typed as they always were. Nothing
    /// recorded is `0` and `0%` there, as the app prints it.
    public var admin: JSON {
        [
            "totalMonthlySpending": .money(totals.expenses),
            "topOverspendingCategories": .array(top.map { .string($0.title) }),
            "spendingGrowthFromLastMonth": .string(growth.appText),
            "spendingHeatmap": .array(
                breakdown.names.prefix(Self.heatmapRows).map {
                    ["category": .string($0.title), "spendingLevel": .string($0.level.rawValue)]
                }),
        ]
    }
}
