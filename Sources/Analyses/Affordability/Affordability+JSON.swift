import Finance

extension Affordability {
    /// The answer as served over HTTP.
    public var json: JSON {
        [
            "price": .money(price), "verdict": .string(verdict.rawValue), "month": .string(snapshot.month.description),
            "on": .day(orNull: options.on), "monthsAway": .int(Int64(free.monthsAway)),
            "asOf": .string(snapshot.asOf.rfc3339), "basis": .string(basis),
            "coverage": .string(snapshot.thisMonth.coverage.rawValue), "leftBefore": .money(orNull: leftBefore),
            "leftAfter": .money(orNull: leftAfter), "goalsMonthly": .money(goalsMonthly),
            "leftAfterGoals": .money(orNull: leftAfterGoals), "leftByDay": .money(orNull: free.byDay),
            "daysLeft": .count(orNull: daysLeft), "leftPerDay": .money(orNull: leftPerDay),
            "monthsToSave": .count(orNull: monthsToSave), "consequences": delays.json,
            "ways": .array(ways.map(\.json)), "bankBalance": .null, "remarks": .array(remarks.map { .string($0) }),
        ]
    }

    /// The answer for display.
    public var card: Card { Card(kind: .affordability, title: "Can you afford \(price)?", data: json) }

    /// Where what is left comes from.
    var basis: String {
        if options.expectedLeft != nil { return "forecast of what will be left" }
        if free.monthsAway == 0 { return "income minus expenses" }
        return "income minus expenses of this month, and what a usual month leaves for each month until then"
    }
}

extension PurchaseDelays {
    /// The consequences for display.
    var json: JSON {
        [
            "shortfall": .money(orNull: shortfall),
            "ifFromGoals": [
                "months": .count(orNull: goalMonths), "reason": .string(orNull: goalReason),
                "goals": .array(
                    goals.prefix(Review.rows).map {
                        [
                            "id": .string($0.id), "name": .string($0.name), "date": .day(orNull: $0.date),
                            "movedTo": .day(orNull: $0.movedTo),
                        ]
                    }), "notShown": Review.notShown(goals),
            ],
            "ifFromExtraDebtPayments": [
                "months": .count(orNull: debtMonths), "reason": .string(orNull: debtReason),
                "debtFreeOn": .string(orNull: debtFreeOn?.description),
                "movedTo": .string(orNull: debtFreeAfter?.description),
            ],
        ]
    }
}

extension Affordability.Way {
    /// The way for display.
    var json: JSON {
        [
            "kind": .string(kind.rawValue), "months": .count(orNull: months), "monthly": .money(orNull: monthly),
            "leftAfterGoals": .money(orNull: leftAfterGoals), "verdict": .string(orNull: verdict?.rawValue),
            "doneIn": .string(orNull: doneIn?.description),
            "reason": months == nil ? "nothing is left to save each month, or it takes more than 100 years" : .null,
        ]
    }
}
