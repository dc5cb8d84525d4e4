import Finance

extension GoalProgress {
    /// The sums, then up to `Review.rows` goals, as recorded.
    public var figures: [Figure] { sums + rows.prefix(Review.rows).flatMap(figures) }

    /// What the goals need together beside what a month leaves, then where each of up to `Review.rows` is heading.
    public var outlook: [Figure] { [needed, left] + rows.prefix(Review.rows).flatMap(outlook) }

    private var sums: [Figure] {
        let isEmpty = rows.isEmpty
        func sum(_ key: String, _ label: String, _ value: Figure.Value?, _ basis: String) -> Figure {
            snapshot.figure(
                "goals.\(key)", label, isEmpty ? nil : value, records: totals.count, coverage: coverage,
                basis: isEmpty ? "no saving goals" : basis)
        }
        return [
            sum("saved", "Saved towards all goals", .money(totals.saved), "all goals, reached ones included"),
            sum("target", "Target of all goals", .money(totals.target), "all goals, reached ones included"),
            sum(
                "completion", "Completion of all goals", totals.completion.map { .percent($0) },
                "each goal weighted by its target"),
        ]
    }

    private var needed: Figure {
        snapshot.figure(
            "goals.needed", "Needed each month for all open goals", neededMonthly.map { .money($0) },
            records: rows.count { $0.neededMonthly != nil }, coverage: coverage,
            basis: neededMonthly == nil
                ? "no open goal with a date to come" : "what each is missing, by its months left")
    }

    private var left: Figure {
        snapshot.figure(
            "goals.left", "Left over in a usual month", typical.left.map { .money($0) },
            coverage: typical.left == nil ? .none : snapshot.coverage(of: "incomes", "expenses"), basis: typical.basis)
    }

    private func figure(
        _ row: Row, _ key: String, _ label: String, _ value: Figure.Value?, _ basis: String
    ) -> Figure {
        snapshot.figure(
            "goal.\(row.goal.id).\(key)", "\(label) \(String.quoted(row.goal.name))", value, records: 1, basis: basis)
    }

    private func outlook(_ row: Row) -> [Figure] {
        [
            figure(
                row, "remaining", "Still missing for", .money(row.remaining), "target minus saved, nothing once reached"
            ),
            figure(row, "monthly", "Monthly target of", .money(row.goal.monthlyTarget), "as entered"),
            figure(
                row, "projected", "Finish at its monthly target of", row.projectedFinish.map { .day($0) },
                row.projectionReason ?? "what is missing, by the monthly target, from today"),
        ]
    }

    private func figures(_ row: Row) -> [Figure] {
        let state = row.goal.isCompleted ? "reached" : row.isOverdue ? "overdue" : "open"
        return [
            figure(row, "saved", "Saved towards", .money(row.goal.saved), "as entered; goal is \(state)"),
            figure(row, "target", "Target of", .money(row.goal.target), "as entered"),
            figure(row, "completion", "Completion of", .percent(row.goal.completion), "saved divided by target"),
            figure(row, "needed", "Needed each month for", row.neededMonthly.map { .money($0) }, Self.needBasis(row)),
            figure(
                row, "date", "Finish date of", row.goal.completesOn.map { .day(Day($0)) },
                row.goal.completesOn == nil ? "no readable date" : Self.dateBasis(row)),
        ]
    }

    private static func needBasis(_ row: Row) -> String {
        if let months = row.monthsLeft {
            return "what is missing spread over \(Figure.Value.months(months).printed)"
        }
        if row.remaining == .zero { return "nothing is missing" }
        return row.isOverdue ? "its date has passed" : "it has no readable date"
    }

    private static func dateBasis(_ row: Row) -> String {
        row.dateForgetsSaved ? "as stored; it does not count what is saved already" : "as entered"
    }
}
