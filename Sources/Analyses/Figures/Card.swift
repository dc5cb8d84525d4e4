/// Figures shaped for display beside an answer; every number in `data` comes from an analysis.
public struct Card: Sendable, Hashable {
    /// What kind of card a client should draw; the wire spelling is the raw value.
    public enum Kind: String, Sendable, Hashable {
        /// How debts clear under each strategy.
        case debtPlan = "debt_plan"
        /// Needs, wants and savings against 50/30/20.
        case budgetRule = "budget_rule"
        /// The others are spelled as they are named.
        case spending, forecast, affordability, peer, question, proposal, goals, budgets, debts, month
        case recurring, weekly, pace, risk, calculator, mood, purchases, comparison
        /// The sum a question about spending asks for.
        case spendingAnswer = "spending_answer"
        /// Tomorrow beside a usual day.
        case dayRisk = "day_risk"
        /// How far spending is past its limit, beside what goals ask for.
        case goalRatio = "goal_ratio"
    }

    /// What to draw.
    public var kind: Kind
    /// A heading in plain words.
    public var title: String
    /// The figures.
    public var data: JSON

    /// A card with every part given.
    public init(kind: Kind, title: String, data: JSON) {
        self.kind = kind
        self.title = title
        self.data = data
    }
}
