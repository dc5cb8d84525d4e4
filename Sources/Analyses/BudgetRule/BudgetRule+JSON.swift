import Finance

extension BudgetRule {
    /// The split for display.
    public var card: Card { Card(kind: .budgetRule, title: "50/30/20 in \(month.words)", data: json) }

    /// The whole answer of `/analysis/budget-rule`.
    public var json: JSON {
        let totals = snapshot.totals(of: month)
        return [
            "currency": "GBP", "month": .string(month.description), "asOf": .string(snapshot.asOf.rfc3339),
            "basis": "plan: own budgets of the month; actual: expenses by category, and debt payments not among them",
            "coverage": .string(totals.coverage.rawValue),
            "count": [
                "incomes": .count(orNull: totals.incomeCount), "expenses": .count(orNull: totals.expenseCount),
                "budgets": .count(orNull: totals.budgetCount),
                "debts": .count(orNull: snapshot.openDebts.count),
            ],
            "income": .money(orNull: actual.income), "reason": .string(orNull: reason),
            "slices": .array(BudgetSlice.allCases.map(row)),
            "overspent": .money(orNull: actual.overspent), "overplanned": .money(orNull: plan.overspent),
            "budgetChart": [
                "total": .money(chart[nil] ?? .zero), "essential": .money(chart[.needs] ?? .zero),
                "discretionary": .money(chart[.wants] ?? .zero), "savings": .money(chart[.savings] ?? .zero),
            ],
            "debtPayments": debtsJSON, "fixedCosts": .money(fixedCosts), "household": householdJSON,
            "transition": transitionJSON,
        ]
    }

    private func row(_ slice: BudgetSlice) -> JSON {
        func side(_ split: BudgetSplit) -> JSON {
            [
                "amount": .money(orNull: split.amount(of: slice)),
                "sharePercent": .percent(orNull: split.shares?[slice]?.percent),
            ]
        }
        return [
            "class": .string(slice.rawValue), "label": .string(slice.title), "plan": side(plan),
            "actual": side(actual),
            "targetPercent": .percent(orNull: slice.bucket.map { Double($0.target) / 10 }),
            "target": .money(orNull: slice.bucket.flatMap(target)),
            "difference": .money(orNull: slice.bucket.flatMap(difference)),
        ]
    }

    private var debtsJSON: JSON {
        [
            "instalments": .money(debts.instalments), "extras": .money(debts.extras),
            "alreadyExpenses": .array(
                debts.matches.prefix(Review.rows).map { match in
                    [
                        "debt": .string(match.debt.name), "debtId": .string(match.debt.id),
                        "expense": .string(match.expense.name), "expenseId": .string(match.expense.id),
                        "amount": .money(match.expense.amount), "part": .string(match.part.rawValue),
                    ]
                }),
            "notShown": Review.notShown(debts.matches),
        ]
    }

    private var householdJSON: JSON {
        let reason = household.partners == nil ? "a partner's budgets are read for \(snapshot.month.words) only" : nil
        return [
            "own": .money(household.own), "partners": .money(orNull: household.partners),
            "reason": .string(orNull: reason), "basis": "shared budgets, shown apart; own ones are in the plan",
        ]
    }

    private var transitionJSON: JSON {
        [
            "isRealistic": transition.isRealistic.map { .bool($0) } ?? .null, "summary": .string(transition.summary),
            "maxChangePercentagePoints": .percent(orNull: BudgetTransition.mostChange.percent),
            "steps": .array(
                transition.steps.map { step in
                    [
                        "month": .string(step.month.description), "needsPercent": .percent(orNull: step.needs.percent),
                        "needs": .money(orNull: amount(of: step.needs)),
                        "wantsPercent": .percent(orNull: step.wants.percent),
                        "wants": .money(orNull: amount(of: step.wants)),
                        "savingsPercent": .percent(orNull: step.savings.percent),
                        "savings": .money(orNull: amount(of: step.savings)),
                    ]
                }),
        ]
    }
}
