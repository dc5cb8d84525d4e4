import Finance

extension InsightGenerator {
    /// A goal past its date, or one that will lack at least £25 and 5 % of its target on it.
    static let goalBehind = InsightGenerator(.goalBehind) { ground in
        ground.goals.rows.compactMap(GoalPlan.init).filter(\.isBehind).map { $0.behind(in: ground) }
    }
}

extension GoalPlan {
    /// Less missing than this, or than this share of the target, is as good as met.
    static let leastShort = Money(pence: 25_00)
    static let leastShortPercent = 5

    var isBehind: Bool {
        row.isOverdue || short >= Self.leastShort && short.isAtLeast(Self.leastShortPercent, percentOf: row.goal.target)
    }

    func behind(in ground: InsightGround) -> Insight {
        let plan =
            row.goal.monthlyTarget > .zero
            ? "At its monthly target of \(row.goal.monthlyTarget), " : "Without a monthly target, "
        let text =
            row.isOverdue
            ? "The finish date of \(name), \(end.words), has passed; \(row.remaining) of its \(row.goal.target) is still "
                + "missing."
            : "\(plan)\(name) still lacks \(short) of its \(row.goal.target) on its finish date, \(end.words)."
        return Insight(
            kind: .goalBehind, subject: row.goal.id, period: end.description,
            title: row.isOverdue ? "\(name) is past its date" : "\(name) is behind its plan", text: text,
            figures: figures(in: ground) + [
                ground.figure(
                    "short", "Missing for \(name) on its finish date", .money(short),
                    "what is missing, minus the monthly targets until then")
            ], impact: short, bucket: row.isOverdue ? 4 : short.bucket(25, 50, percentOf: row.goal.target))
    }
}
