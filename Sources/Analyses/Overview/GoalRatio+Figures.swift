import Finance

extension GoalRatio {
    /// Spending, limit, excess, target and ratio.
    public var figures: [Figure] {
        let limitBasis =
            limitSource == .budgets
            ? "own budgets of the month" : "income minus the goals' monthly targets, as no budget is set"
        let rows: [(String, String, Figure.Value?, String)] = [
            ("spending", "Expected spending in \(month.words)", spending.map { .money($0) }, "forecast of the month"),
            ("limit", "Limit of spending in \(month.words)", limit.map { .money($0) }, limitBasis),
            ("over", "Expected beyond the limit in \(month.words)", over.map { .money($0) }, "spending minus limit"),
            (
                "target", "Asked for by saving goals each month", target > .zero ? .money(target) : nil,
                "monthly targets of goals still open"
            ),
            (
                "percent", "Expected beyond the limit as a share of what goals ask for", percent.map { .percent($0) },
                "what is over, divided by the goals' monthly targets"
            ),
        ]
        return rows.map { key, label, value, basis in
            snapshot.figure(
                "goal_ratio.\(key)", label, value, in: month,
                coverage: value == nil ? .none : snapshot.coverage(of: "expenses", "budgets", "savinggoals"),
                basis: value == nil ? reason : basis)
        }
    }

    /// The ratio for display.
    public var card: Card { Card(kind: .goalRatio, title: "Spending beside your saving goals", data: json) }

    /// The ratio for a client.
    public var json: JSON {
        [
            "month": .string(month.description), "asOf": .string(snapshot.asOf.rfc3339),
            "basis": "expected spending beyond the limit, divided by the goals' monthly targets",
            "coverage": .string(snapshot.coverage(of: "expenses", "budgets", "savinggoals").rawValue),
            "band": .string(orNull: band?.rawValue), "reason": .string(reason), "spending": .money(orNull: spending),
            "limit": .money(orNull: limit), "limitSource": .string(orNull: limitSource?.rawValue),
            "over": .money(orNull: over), "target": target > .zero ? .money(target) : .null,
            "ratioPercent": .percent(orNull: percent),
        ]
    }
}
