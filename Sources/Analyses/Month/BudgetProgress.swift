public import Finance

/// The month's own budgets against what was spent on them. Only two things tie a payment to a budget: the link it was
/// entered with, and its resolved category. Nothing is matched by likeness of names.
public struct BudgetProgress: Sendable, Hashable {
    /// One budget and the payments linked to it.
    public struct Row: Sendable, Hashable {
        /// The budget as entered.
        public let budget: Budget
        /// Sum of the month's payments linked to it; nil when none is linked, since then nothing is known.
        public let spent: Money?

        /// What is left of it, negative when overspent.
        public var left: Money? { spent.map { budget.amount - $0 } }
    }

    /// All budgets of one category against all payments of that category.
    public struct Category: Sendable, Hashable {
        /// The category's name.
        public let name: String
        /// Sum of its budgets.
        public let budgeted: Money
        /// Sum of the month's payments that resolve to it.
        public let spent: Money
        /// Spent as a share of budgeted in per cent; nil when nothing is budgeted.
        public var used: Double? { spent.percent(of: budgeted) }
    }

    /// Own budgets of the month, oldest first.
    public let rows: [Row]
    /// Budgeted categories, largest budget first.
    public let categories: [Category]
    /// Payments of the month without a category: they may belong to any budget.
    public let uncategorised: Money
    /// The household view: own and partner's household budgets, never part of the above.
    public let household: [Budget]
    private let snapshot: Snapshot

    /// The budgets of a snapshot's month.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        household = snapshot.household
        let budgets = snapshot.budgets(in: snapshot.month)
        let linked = Dictionary(grouping: snapshot.expenses(in: snapshot.month), by: \.budgetID)
        rows = budgets.map { Row(budget: $0, spent: linked[$0.id]?.total(\.amount)) }
        let groups = snapshot.spendingByCategory(in: snapshot.month)
        let spent = Dictionary(groups.map { ($0.name, $0.amount) }, uniquingKeysWith: +)
        uncategorised = spent[nil] ?? .zero
        categories = Dictionary(grouping: budgets.filter { !$0.category.isEmpty }, by: \.category)
            .map { Category(name: $0, budgeted: $1.total(\.amount), spent: spent[$0] ?? .zero) }
            .sorted { ($1.budgeted, $0.name) < ($0.budgeted, $1.name) }
    }

    /// Per category and per linked budget, at most `Review.rows` of each, then what has no category.
    public var figures: [Figure] {
        categories.prefix(Review.rows).enumerated().flatMap { figures($1, $0 + 1) }
            + rows.prefix(Review.rows).flatMap(figures) + [uncategorisedFigure]
            + household.filter(\.isPartners).prefix(Review.rows).enumerated().map(partnerFigure)
    }

    /// The budgets for display.
    public var card: Card {
        Card(
            kind: .budgets, title: "Your budgets in \(snapshot.month.words)",
            data: [
                "month": .string(snapshot.month.description), "asOf": .string(snapshot.asOf.rfc3339),
                "budgeted": rows.isEmpty ? .null : .money(rows.total(\.budget.amount)),
                "categories": .array(categories.prefix(Review.rows).map(Self.json)),
                "budgets": .array(rows.prefix(Review.rows).map(Self.json)), "uncategorised": .money(uncategorised),
                "household": .array(household.prefix(Review.rows).map(Self.json)),
                "notShown": Review.notShown(rows), "householdNotShown": Review.notShown(household),
            ])
    }

    private var coverage: Coverage { snapshot.coverage(of: "budgets", "expenses") }

    private func figures(_ category: Category, _ place: Int) -> [Figure] {
        let name = String.quoted(category.name)
        func figure(_ key: String, _ label: String, _ value: Figure.Value?, _ basis: String) -> Figure {
            snapshot.figure(
                "budget.category.\(place).\(key)", "\(label) \(name)", value, in: snapshot.month, coverage: coverage,
                basis: basis)
        }
        return [
            figure("budgeted", "Budgeted for category", .money(category.budgeted), "own budgets of the month"),
            figure("spent", "Spent against the budget of", .money(category.spent), spentBasis),
            figure(
                "used", "Used of the budget for", category.used.map { .percent($0) },
                category.used == nil ? "nothing is budgeted" : "spent divided by budgeted"),
        ]
    }

    private func figures(_ row: Row) -> [Figure] {
        let name = String.quoted(row.budget.name)
        let amount = snapshot.figure(
            "budget.\(row.budget.id).amount", "Budget \(name)", .money(row.budget.amount), in: snapshot.month,
            records: 1, basis: "as entered")
        let spent = snapshot.figure(
            "budget.\(row.budget.id).spent", "Spent against budget \(name)", row.spent.map { .money($0) },
            in: snapshot.month, coverage: coverage,
            basis: row.spent == nil ? "no expense is linked to it" : "expenses linked to it")
        return [amount, spent]
    }

    private var spentBasis: String {
        let basis = "expenses of that category"
        return uncategorised > .zero ? "\(basis); \(uncategorised) of expenses has no category" : basis
    }

    private var uncategorisedFigure: Figure {
        let isEmpty = snapshot.thisMonth.expenseCount == 0
        return snapshot.figure(
            "budget.uncategorised", "Expenses without a category", isEmpty ? nil : .money(uncategorised),
            in: snapshot.month, coverage: isEmpty ? .none : coverage,
            basis: isEmpty ? "nothing recorded for \(snapshot.month.words)" : "may belong to any budget")
    }

    private func partnerFigure(_ place: Int, _ budget: Budget) -> Figure {
        snapshot.figure(
            "household.\(place + 1)", "Partner's household budget \(String.quoted(budget.name))",
            .money(budget.amount), in: snapshot.month, records: 1, basis: "shared view, not part of own totals")
    }

    private static func json(_ category: Category) -> JSON {
        [
            "name": .string(category.name), "budgeted": .money(category.budgeted), "spent": .money(category.spent),
            "usedPercent": .percent(orNull: category.used),
        ]
    }

    private static func json(_ row: Row) -> JSON {
        [
            "id": .string(row.budget.id), "name": .string(row.budget.name), "category": .string(row.budget.category),
            "amount": .money(row.budget.amount), "spent": .money(orNull: row.spent), "left": .money(orNull: row.left),
        ]
    }

    private static func json(_ budget: Budget) -> JSON {
        [
            "name": .string(budget.name), "amount": .money(budget.amount), "category": .string(budget.category),
            "isPartners": .bool(budget.isPartners),
        ]
    }
}
