import Finance

extension SpendingMonth {
    /// Sum, change, largest names and budgets; the groups themselves are in `SpendingBreakdown.figures`.
    public var figures: [Figure] {
        let none = "no expense is recorded for \(month.words)"
        let coverage = totals.expenseCount == 0 ? .none : snapshot.coverage(of: "expenses")
        let total = snapshot.figure(
            "spending.total", "Spent in \(month.words)", totals.expensesIfAny.map { .money($0) }, in: month,
            records: totals.expenseCount, coverage: coverage,
            basis: totals.expenseCount == 0 ? none : "all expenses dated in the month")
        let before = snapshot.totals(of: month.previous)
        let previous = snapshot.figure(
            "spending.previous", "Spent in \(month.previous.words)", before.expensesIfAny.map { .money($0) },
            in: month.previous, records: before.expenseCount,
            coverage: before.expenseCount == 0 ? .none : snapshot.coverage(of: "expenses"),
            basis: before.expenseCount == 0
                ? "no expense is recorded for \(month.previous.words)" : "all expenses dated in the month")
        let change = snapshot.figure(
            "spending.growth", "Change of spending from \(month.previous.words) to \(month.words)",
            growth.percent.map { .percent($0) }, in: month, coverage: coverage,
            basis: growth.percent == nil
                ? "nothing to compare with in \(month.previous.words)" : "change on the month before")
        return [total, previous, change] + top.enumerated().map(name)
            + categories.filter { $0.budget != nil }.prefix(Review.rows).enumerated().flatMap(budget)
    }

    private func name(_ place: Int, _ part: SpendingBreakdown.Part) -> Figure {
        snapshot.figure(
            "spending.top.\(place + 1)", "Spent on \(String.quoted(part.title)) in \(month.words)",
            .money(part.amount), in: month, records: part.count, coverage: snapshot.coverage(of: "expenses"),
            basis: "expenses of that name; one of the \(Self.topNames) largest")
    }

    private func budget(_ place: Int, _ row: Budgeted) -> [Figure] {
        let name = String.quoted(row.part.title)
        let coverage = snapshot.coverage(of: "expenses", "budgets")
        func figure(_ key: String, _ label: String, _ value: Figure.Value?, _ basis: String) -> Figure {
            snapshot.figure(
                "spending.budget.\(place + 1)\(key)", "\(label) \(name) in \(month.words)", value, in: month,
                coverage: coverage, basis: basis)
        }
        return [
            figure("", "Budgeted for", row.budget.map { .money($0) }, "own budgets of that category"),
            figure(".left", "Left of the budget for", row.left.map { .money($0) }, "budgeted minus spent"),
            figure(
                ".used", "Used of the budget for", row.used.map { .percent($0) },
                row.used == nil ? "nothing is budgeted" : "spent divided by budgeted"),
        ]
    }

    /// The facts for display.
    public var card: Card { Card(kind: .spending, title: "Your spending in \(month.words)", data: json) }

    /// The whole answer of `/analysis/spending`.
    public var json: JSON {
        [
            "currency": "GBP", "month": .string(month.description), "asOf": .string(snapshot.asOf.rfc3339),
            "basis": "all expenses dated in the month, whatever their frequency",
            "coverage": .string(
                (totals.expenseCount == 0 ? .none : snapshot.coverage(of: "expenses")).rawValue),
            "count": .count(orNull: totals.expenseCount), "total": .money(orNull: totals.expensesIfAny),
            "reason": .string(
                orNull: totals.expenseCount == 0 ? "no expense is recorded for \(month.words)" : nil),
            "previous": .money(growth.previous), "growthPercent": .percent(orNull: growth.percent),
            "growthText": .string(growth.appText), "topNames": .array(top.map { .string($0.title) }),
            "names": SpendingBreakdown.list(breakdown.names), "namesNotShown": Review.notShown(breakdown.names),
            "categories": .array(categories.prefix(Review.rows).map(Self.row)),
            "categoriesNotShown": Review.notShown(categories),
        ]
    }

    private static func row(_ row: Budgeted) -> JSON {
        let part = row.part
        return [
            "name": .string(part.title), "amount": .money(part.amount), "count": .count(orNull: part.count),
            "sharePercent": .percent(orNull: part.share), "previous": .money(part.growth.previous),
            "growthPercent": .percent(orNull: part.growth.percent), "level": .string(part.level.rawValue),
            "budgeted": .money(orNull: row.budget), "left": .money(orNull: row.left),
            "usedPercent": .percent(orNull: row.used),
        ]
    }
}
