import Finance

extension GoalProgress {
    /// The goals as served over HTTP and drawn.
    public var json: JSON {
        [
            "asOf": .string(snapshot.asOf.rfc3339), "saved": rows.isEmpty ? .null : .money(totals.saved),
            "target": rows.isEmpty ? .null : .money(totals.target),
            "completionPercent": .percent(orNull: totals.completion), "monthly": .money(totals.monthly),
            "neededMonthly": .money(orNull: neededMonthly), "leftOverMonthly": .money(orNull: typical.left),
            "leftOverBasis": .string(typical.basis), "isFeasible": .flag(orNull: isFeasible),
            "count": .int(Int64(rows.count)), "coverage": .string(coverage.rawValue),
            "goals": .array(rows.prefix(Review.rows).map(Self.json)), "notShown": Review.notShown(rows),
            "remarks": .array(remarks.map { .string($0) }),
        ]
    }

    /// The goals for display.
    public var card: Card { Card(kind: .goals, title: "Your saving goals", data: json) }

    private static func json(_ row: Row) -> JSON {
        [
            "id": .string(row.goal.id), "name": .string(row.goal.name), "saved": .money(row.goal.saved),
            "target": .money(row.goal.target), "completionPercent": .percent(orNull: row.goal.completion),
            "monthlyTarget": .money(row.goal.monthlyTarget), "neededMonthly": .money(orNull: row.neededMonthly),
            "completesOn": .day(orNull: row.goal.completesOn.map(Day.init)), "isCompleted": .bool(row.goal.isCompleted),
            "isOverdue": .bool(row.isOverdue), "remaining": .money(row.remaining),
            "monthsLeft": .count(orNull: row.monthsLeft), "isFeasible": .flag(orNull: row.isFeasible),
            "isOnTrack": .flag(orNull: row.isOnTrack), "projectedFinish": .day(orNull: row.projectedFinish),
            "projectedMonths": .count(orNull: row.projectedMonths), "reason": .string(orNull: row.projectionReason),
            "dateForgetsSaved": .bool(row.dateForgetsSaved),
        ]
    }
}

extension JSON {
    /// true, false, or null when it is not known.
    static func flag(orNull flag: Bool?) -> JSON { flag.map { .bool($0) } ?? .null }
}
