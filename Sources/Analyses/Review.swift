public import Finance

/// Every analysis of one snapshot.
public struct Review: Sendable, Hashable {
    /// Most groups, debts, goals or budgets that are shown one by one; sums always cover all.
    public static let rows = 12

    /// What a card can be about.
    public enum Topic: Sendable, Hashable {
        /// The overview, where money went, what is owed, what is saved for, budgets against spending.
        case month, spending, debts, goals, budgets
        /// Whether a price fits.
        case affordability(Money)
    }

    /// What the figures are of.
    public let snapshot: Snapshot
    /// The month and the one before.
    public let month: MonthOverview
    /// Where the month's money went.
    public let spending: SpendingBreakdown
    /// What is owed.
    public let debts: DebtOverview
    /// What is saved for.
    public let goals: GoalProgress
    /// Budgets against spending.
    public let budgets: BudgetProgress
    /// The last six months.
    public let recent: RecentMonths

    /// Runs every analysis.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        month = MonthOverview(of: snapshot)
        spending = SpendingBreakdown(of: snapshot)
        debts = DebtOverview(of: snapshot)
        goals = GoalProgress(of: snapshot)
        budgets = BudgetProgress(of: snapshot)
        recent = RecentMonths(of: snapshot)
    }

    /// Every figure, the most asked-for first; ids are unique.
    public var figures: [Figure] {
        let earlier = recent.figures.filter { $0.window != snapshot.month.previous.description }
        return month.figures + debts.figures + goals.figures + spending.figures + budgets.figures + earlier
    }

    /// A price held against the month.
    public func affordability(of price: Money) -> Affordability { Affordability(of: price, in: snapshot) }

    /// The figures of one topic, shaped for display.
    public func card(_ topic: Topic) -> Card {
        switch topic {
        case .month:
            var card = month.card
            if case .object(let members) = card.data {
                card.data = .object(members + [JSON.Member("recent", recent.json)])
            }
            return card
        case .spending: return spending.card
        case .debts: return debts.card
        case .goals: return goals.card
        case .budgets: return budgets.card
        case .affordability(let price): return affordability(of: price).card
        }
    }

    /// How many of a list are left out of display.
    static func notShown<Rows: Collection>(_ rows: Rows) -> JSON { .int(Int64(max(0, rows.count - self.rows))) }
}
