import Finance

extension RiskAssessment {
    /// The rules' numbers, then the thresholds of debt payments beside income.
    public var figures: [Figure] { [scoreFigure] + rules.flatMap(figures) + [passedFigure] + neverClears + bands }

    /// The assessment for display.
    public var card: Card { Card(kind: .risk, title: "What the screening rules find", data: json) }

    /// The whole assessment.
    public var json: JSON {
        [
            "asOf": .string(snapshot.asOf.rfc3339), "month": .string(snapshot.month.description),
            "notice": .string(Self.notice), "basis": .string("sum of the rules' points; income and payments as typed"),
            "level": .string(orNull: level?.rawValue), "legacyStatus": .string(legacyStatus),
            "score": .count(orNull: score), "mostPoints": .int(Int64(Self.mostPoints)),
            "reason": .string(topReason), "previousLevel": .string(orNull: previousLevel?.rawValue),
            "candidateLevel": .string(orNull: candidate?.rawValue), "nightsHeld": .int(Int64(night.nights)),
            "bands": ["mediumFrom": .int(Int64(RiskBand.mediumFrom)), "highFrom": .int(Int64(RiskBand.highFrom))],
            "dataQuality": quality.json, "rules": .array(rules.map(\.json)),
            "neverClears": .array(burden.neverClearing.prefix(Review.rows).map(Self.json)),
            "neverClearsNotShown": Review.notShown(burden.neverClearing), "passedDueDates": passedDueDates.json,
        ]
    }

    private var coverage: Coverage {
        snapshot.coverage(of: "incomes", "expenses", "budgets", "debts", "savinggoals")
    }

    private var scoreFigure: Figure {
        snapshot.figure(
            "risk.score", "Screening score in \(snapshot.month.words), of \(Self.mostPoints)",
            score.map { .count($0) }, in: snapshot.month, coverage: score == nil ? .none : coverage,
            basis: score == nil ? topReason : "sum of the rules' points; a screening aid")
    }

    private func figures(_ rule: RiskRule) -> [Figure] {
        let id = "risk.\(rule.kind.rawValue)"
        let input = snapshot.figure(
            id, "\(rule.title) in \(snapshot.month.words)", rule.input, in: snapshot.month,
            coverage: rule.input == nil ? .none : coverage, basis: rule.explanation)
        return [input]
            + rule.details.map { detail in
                snapshot.figure(
                    "\(id).\(detail.key)", detail.label, detail.value, coverage: coverage, basis: "as recorded")
            }
    }

    private var passedFigure: Figure {
        snapshot.figure(
            "risk.passed_due_dates", "Due dates that passed without the schedule moving on",
            .count(passedDueDates.count), records: burden.count, basis: "payments are not recorded")
    }

    private var neverClears: [Figure] {
        burden.neverClearing.prefix(Review.rows).flatMap { row in
            let name = String.quoted(row.debt.name)
            let id = "risk.never_clears.\(row.debt.id)"
            return [
                snapshot.figure(
                    "\(id).payment", "Monthly payment on \(name)", .money(row.debt.monthlyPayment), records: 1,
                    basis: "as entered"),
                snapshot.figure(
                    "\(id).interest", "Capital Loss a month on \(name)", .money(row.interest), records: 1,
                    basis: row.debt.annualRate == nil ? "as entered" : "balance times the yearly rate, by 12"),
                snapshot.figure(
                    "\(id).break_even", "Payment at which \(name) begins to clear", .money(row.breakEven), records: 1,
                    basis: "one penny above a month's interest"),
            ]
        }
    }

    private var bands: [Figure] {
        RiskScale.debtToIncome.thresholds.enumerated().map { index, points in
            snapshot.figure(
                "risk.band.\(index + 1)", "Step \(index + 1) of debt payments beside income",
                .percent(Rate(basisPoints: Int(points)).percent), basis: "a screening threshold, not a lending rule")
        }
    }

    private static func json(_ row: DebtBurden.NeverClearing) -> JSON {
        [
            "id": .string(row.debt.id), "name": .string(row.debt.name), "payment": .money(row.debt.monthlyPayment),
            "monthlyInterest": .money(row.interest), "breakEvenPayment": .money(row.breakEven),
        ]
    }
}
