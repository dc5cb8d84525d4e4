import Finance

extension PurchaseComparison {
    /// What each option costs, leaves and puts off.
    public var figures: [Figure] { effects.enumerated().flatMap(figures) }

    /// The table for display.
    public var card: Card { Card(kind: .comparison, title: "Your options side by side", data: json) }

    /// The table for a client: a column for each measure, a row for each option.
    public var json: JSON {
        [
            "month": .string(snapshot.month.description), "asOf": .string(snapshot.asOf.rfc3339),
            "basis": "held against what is left of the month and after saving; no bank balance, interest or fees known",
            "coverage": .string(snapshot.thisMonth.coverage.rawValue), "count": .count(orNull: effects.count),
            "columns": .array(
                Self.columns.map { ["key": .string($0.key), "label": .string($0.label)] }),
            "rows": .array(effects.map(row)), "findings": .array(findings.map { .string($0) }),
            "notice": .string(PurchaseCheck.notice),
        ]
    }

    private static let columns: [(key: String, label: String)] = [
        ("name", "Option"), ("total", "Paid in all"), ("first", "Paid this month"), ("verdict", "This month"),
        ("leftAfter", "Left this month"), ("leftMonthly", "Left each later month after saving"),
        ("goalMonths", "Goal dates later"), ("debtMonths", "Debt-free later"), ("debtFreeOn", "Debt-free by"),
    ]

    private func row(_ effect: PurchaseEffect) -> JSON {
        [
            "name": .string(effect.option.name), "price": .money(effect.option.price),
            "monthly": .money(orNull: effect.option.monthly), "months": .count(orNull: effect.option.months),
            "total": .money(orNull: effect.option.total), "first": .money(effect.option.first),
            "verdict": .string(effect.verdict.rawValue), "leftAfter": .money(orNull: effect.leftAfter),
            "leftMonthly": .money(orNull: effect.leftMonthly), "goalMonths": .count(orNull: effect.goalMonths),
            "goalReason": .string(orNull: effect.reason ?? effect.delays?.goalReason),
            "debtMonths": .count(orNull: effect.debtMonths),
            "debtReason": .string(orNull: effect.reason ?? effect.delays?.debtReason),
            "debtFreeOn": .string(orNull: effect.delays?.debtFreeAfter?.description),
        ]
    }

    private func figures(_ place: Int, _ effect: PurchaseEffect) -> [Figure] {
        let name = String.quoted(effect.option.name)
        let unknown = "what is left is not known"
        let total = effect.option.total
        let goals = effect.reason ?? effect.delays?.goalReason ?? unknown
        let debts = effect.reason ?? effect.delays?.debtReason ?? unknown
        let rows: [(String, String, Figure.Value?, String, String)] = [
            ("total", "Paid in all for", total.map { .money($0) }, "price and all monthly costs", "it has no end"),
            ("first", "Paid this month for", .money(effect.option.first), "price and the first monthly cost", ""),
            ("left", "Left this month after", effect.leftAfter.map { .money($0) }, "what is left minus that", unknown),
            (
                "goals", "Goal dates later with", effect.goalMonths.map { .months($0) },
                "if goal saving paid for what is short", goals
            ),
            (
                "debts", "Debt-free later with", effect.debtMonths.map { .months($0) },
                "if extra debt payments paid for what is short", debts
            ),
        ]
        return rows.map { key, label, value, basis, reason in
            snapshot.figure(
                "compare_purchase.\(place + 1).\(key)", "\(label) \(name)", value, in: snapshot.month,
                coverage: snapshot.thisMonth.coverage, basis: value == nil ? reason : basis)
        }
    }
}
