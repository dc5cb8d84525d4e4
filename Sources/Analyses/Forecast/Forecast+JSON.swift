public import Finance

extension Forecast {
    /// The whole forecast; lists are bounded by `Review.rows`, sums cover all.
    public var json: JSON {
        [
            "asOf": .string(snapshot.asOf.rfc3339), "month": .string(months[0].month.description),
            "window": .string("\(months[0].month)/\(months[Self.monthsAhead].month)"), "basis": .string(method),
            "count": .int(Int64(snapshot.expenses.count)), "fullMonths": .int(Int64(fullMonths)),
            "coverage": .string(coverage.rawValue), "abstained": .string(orNull: abstention?.reason),
            "leftToSpend": left.json, "months": .array(months.map(\.json)),
            "ahead": [
                "spending": .money(orNull: spendingAhead), "low": .money(orNull: rangeAhead?.low),
                "high": .money(orNull: rangeAhead?.high),
            ],
            "categories": .array(categories.prefix(Review.rows).map(\.json)),
            "categoriesNotShown": Review.notShown(categories),
            "commitments": .array(commitments.prefix(Review.rows).map(\.json)),
            "commitmentsNotShown": Review.notShown(commitments),
            "rangePercent": .int(Int64(ForecastRange.level)), "pastErrorPercent": .percent(orNull: pastError),
            "pastErrorMonths": .int(Int64(pastMonths)), "warnings": .array(warnings.map { .string($0) }),
        ]
    }

    /// The forecast for display.
    public var card: Card {
        Card(kind: .forecast, title: "Left to spend in \(months[0].month.words), and the months ahead", data: json)
    }

    /// Whether every record behind it could be read; `.none` without any receipt or payment.
    public var coverage: Coverage {
        guard !snapshot.expenses.isEmpty || !snapshot.incomes.isEmpty else { return .none }
        return snapshot.coverage(of: "expenses", "incomes", "debts", "savinggoals")
    }

    /// What the forecast cannot see, in plain words.
    public var warnings: [String] {
        var warnings = months.filter { !$0.hasIncome }.map { row in
            "No income is entered or expected for \(row.month.words)."
        }
        if leavesOutRare {
            warnings.append("Spending that comes in fewer than half of the months is left out of the forecast.")
        }
        if months.contains(where: { $0.range?.source == .typical }) {
            warnings.append("There are too few past months to tell your own range; the one shown is typical.")
        }
        if left.debtPayments > .zero {
            warnings.append("Debt payments are taken from the debts, since no expense looks like them.")
        }
        warnings.append("Your bank balance is not known; this looks only at what is recorded.")
        return warnings
    }
}
