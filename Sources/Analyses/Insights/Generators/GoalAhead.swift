import Finance

extension InsightGenerator {
    /// A goal that its monthly target reaches at least two months before its date.
    static let goalAhead = InsightGenerator(.goalAhead) { ground in
        ground.goals.rows.compactMap(GoalPlan.init).compactMap { $0.ahead(in: ground) }
    }
}

extension GoalPlan {
    /// Fewer months early say little, since months are counted whole.
    static let leastMonthsEarly = 2

    func ahead(in ground: InsightGround) -> Insight? {
        guard let early = monthsEarly, early >= Self.leastMonthsEarly, let needed = row.projectedMonths else {
            return nil
        }
        let months = Figure.Value.months(early).printed
        let finish = ground.month.advanced(by: needed)
        return Insight(
            kind: .goalAhead, subject: row.goal.id, period: end.description, title: "\(name) is ahead of its plan",
            text: "At its monthly target of \(row.goal.monthlyTarget), \(name) is reached in \(finish.words), "
                + "\(months) before its finish date of \(end.words). Still missing for \(name): \(row.remaining).",
            figures: figures(in: ground) + [
                ground.figure(
                    "early", "Time by which \(name) is reached before its date", .months(early),
                    "months left minus months needed at the monthly target"),
                ground.figure(
                    "finish", "Finish of \(name) at its monthly target", .day(finish.lastDay),
                    "what is missing, by the monthly target, from today"),
            ], impact: -short, bucket: 1 + [4, 7].count { early >= $0 })
    }
}
