public import Analyses
public import Finance

/// A month's budgets from what the records say: repeated payments, debt payments, goals and usual spending, inside the
/// month's income and to the penny.
///
/// Order: what is fixed stands at its cost; then usual spending on needs; then goals and other usual spending. Where the
/// income does not reach, the group that does not fit is scaled in proportion to the penny and those after it get
/// nothing. When it does not even cover what is fixed there is no plan, only `shortfall`.
public struct BudgetDraft: Sendable, Hashable {
    /// Why a line is there.
    public enum Source: String, Sendable, Hashable, Codable {
        /// A payment that repeats, a debt's monthly payment, usual spending of a category, a goal's monthly target.
        case recurring, debt, usual, goal

        /// Whether its cost is fixed.
        public var isFixed: Bool { self == .recurring || self == .debt }
    }

    /// One line.
    public struct Line: Sendable, Hashable, Codable {
        /// What the budget would be called.
        public let name: String
        /// The group it stands in.
        public let category: String
        /// Why it is there.
        public let source: Source
        /// What the records say it takes: a fixed cost, the usual spending, the goal's monthly target.
        public let known: Money
        /// What the plan gives it.
        public internal(set) var amount: Money
    }

    /// Most lines of one source; the rest of it stands as one line more.
    public static let mostOfOneSource = 10

    /// Which month it is for.
    public let month: Month
    /// The month's income as recorded; nil when none is.
    public let income: Money?
    /// The fixed lines at their cost, known whether there is a plan or not.
    public let fixed: [Line]
    /// The plan: every line, fixed ones first; empty when there is none.
    public let lines: [Line]
    /// How much of the fixed cost the income does not cover; nil when it does or is not known.
    public let shortfall: Money?
    /// What the month's budgets hold that bear no line's name: they stay as they are, beside the plan.
    public let untouched: Money
    /// Whether usual spending or goals had to be cut to fit.
    public let isCut: Bool

    /// The plan for a month, the snapshot's own unless another is named.
    public init(of snapshot: Snapshot, month: Month? = nil, overrides: [String: Bucket] = [:]) {
        let month = month ?? snapshot.month
        let costs = KnownCosts(of: snapshot, month: month)
        let income = snapshot.totals(of: month).incomeIfAny
        let cost = costs.fixed.total(\.known)
        self.month = month
        self.income = income
        fixed = costs.fixed
        let names = Set((costs.fixed + costs.usual + costs.goals).map(\.name))
        untouched = snapshot.budgets(in: month).filter { !names.contains($0.name) }.total(\.amount)
        shortfall = income.flatMap { $0 < cost ? cost - $0 : nil }
        guard let income, income >= cost else {
            lines = []
            isCut = false
            return
        }
        let needs = costs.usual.filter { Bucket(category: $0.category, overrides: overrides) == .needs }
        let rest = costs.goals + costs.usual.filter { !needs.contains($0) }
        let paidNeeds = Self.fitted(needs, into: income - cost)
        let paidRest = Self.fitted(rest, into: income - cost - paidNeeds.total(\.amount))
        lines = costs.fixed + paidNeeds + paidRest
        isCut = lines.contains { $0.amount < $0.known }
    }

    /// Income without a line; nil without a plan.
    public var unallocated: Money? {
        lines.isEmpty && fixed.isEmpty == false ? nil : income.map { $0 - lines.total(\.amount) }
    }

    /// What to know, in plain words.
    public var remark: String? {
        guard let income else { return "No income is recorded for \(month.words), so there is nothing to plan with." }
        if let shortfall {
            return
                "The known fixed costs of \(fixed.total(\.known)) are \(shortfall) more than the income of \(income) "
                + "in \(month.words). No plan can make that up."
        }
        if lines.isEmpty { return "There is nothing on record to make budgets of." }
        var sentences: [String] = []
        if isCut {
            sentences.append("The income does not reach for everything that is usual, so some lines are lower.")
        }
        if untouched > .zero { sentences.append("Other budgets of \(untouched) stay as they are, beside this plan.") }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private static func fitted(_ lines: [Line], into money: Money) -> [Line] {
        guard lines.total(\.known) > money, let shares = money.split(over: lines.map(\.known)) else { return lines }
        return zip(lines, shares).map { line, share in
            var line = line
            line.amount = share
            return line
        }
    }
}
