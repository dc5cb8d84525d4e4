public import Analyses
public import Finance

/// One budget of a month as it may be moved.
public struct BudgetLine: Sendable, Hashable, Codable {
    /// Why a line keeps its amount whatever happens to the others.
    public enum Protection: String, Sendable, Hashable, Codable {
        /// It pays for needs.
        case essential
        /// It holds a debt's monthly payment.
        case debt
        /// The person said so.
        case locked

        /// Why, in words.
        public var words: String {
            switch self {
            case .essential: "it pays for essentials"
            case .debt: "it holds a debt payment"
            case .locked: "you locked it"
            }
        }
    }

    /// The budget's id.
    public let id: String
    /// What it is called.
    public let name: String
    /// For the month.
    public let amount: Money
    /// What is spent of it so far, as far as payments are linked to it; it cannot go below that.
    public let spent: Money
    /// Why it does not move; nil when it may.
    public let protection: Protection?

    /// A line with every part given.
    public init(id: String, name: String, amount: Money, spent: Money, protection: Protection?) {
        self.id = id
        self.name = name
        self.amount = amount
        self.spent = spent
        self.protection = protection
    }

    /// What can be taken from it.
    public var headroom: Money { protection == nil ? max(amount - max(spent, .zero), .zero) : .zero }
}

extension BudgetLine {
    /// The person's own budgets of the snapshot's month, oldest first. Essentials are those of the app's category for
    /// needs or of a category the person counts there; a debt's line bears the debt's name.
    public static func all(
        in snapshot: Snapshot, locked: Set<String> = [], overrides: [String: Bucket] = [:]
    ) -> [BudgetLine] {
        let debts = snapshot.openDebts.filter { $0.monthlyPayment > .zero }.map { NameWords($0.name) }
        return BudgetProgress(of: snapshot).rows.map { row in
            let key = NameWords(row.budget.name)
            var protection: Protection?
            if debts.contains(where: { key.isSame(as: $0) }) { protection = .debt }
            if Bucket(category: row.budget.category, overrides: overrides) == .needs { protection = .essential }
            if locked.contains(row.budget.id) { protection = .locked }
            return BudgetLine(
                id: row.budget.id, name: row.budget.name, amount: row.budget.amount, spent: row.spent ?? .zero,
                protection: protection)
        }
    }
}
