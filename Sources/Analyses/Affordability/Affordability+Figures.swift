import Finance

extension Affordability {
    /// The numbers behind the answer: what is left, what is put off, how it compares.
    public var figures: [Figure] { month + consequences + comparison }

    private func figure(
        _ key: String, _ label: String, _ value: Figure.Value?, _ basis: String, else reason: String
    ) -> Figure {
        snapshot.figure(
            "afford.\(key)", label, value, in: snapshot.month, coverage: snapshot.thisMonth.coverage,
            basis: value == nil ? reason : basis)
    }

    private func money(_ money: Money?) -> Figure.Value? { money.map { .money($0) } }

    private var month: [Figure] {
        let none = "no income recorded in \(snapshot.month.words)"
        return [
            figure("before", "Left before the purchase", money(leftBefore), basis, else: none),
            figure("after", "Left after the purchase", money(leftAfter), "what is left minus the price", else: none),
            figure(
                "after_goals", "Left after the purchase and the saving until then", money(leftAfterGoals),
                "also minus the goals' monthly targets", else: none),
            figure(
                "per_day", "Left for each remaining day", money(leftPerDay), "what is left after it, by days left",
                else: "nothing would be left, or the month is not running"),
            figure(
                "months", "Time to save for it", monthsToSave.map { .months($0) },
                "at what is left after saving, each month alike", else: "nothing is left to save each month"),
        ]
    }

    private var consequences: [Figure] {
        [
            figure(
                "short", "Part of the price that what is left after saving does not cover", money(delays.shortfall),
                "price minus what is left after the goals", else: "what is left is not known"),
            figure(
                "goal_delay", "Goal dates later, if that part came out of goal saving",
                delays.goalMonths.map { .months($0) }, "that part by the goals' monthly targets",
                else: delays.goalReason ?? ""),
            figure(
                "debt_delay", "Debt-free later, if that part came out of extra debt payments",
                delays.debtMonths.map { .months($0) }, "the debt plan with that part held back, highest rate first",
                else: delays.debtReason ?? ""),
            figure(
                "debt_free", "Debt-free by, without the purchase", delays.debtFreeOn.map { .day($0.lastDay) },
                "end of the month of the last payment, highest rate first",
                else: delays.debtReason ?? "no open debt is recorded"),
        ]
            + delays.goals.prefix(Review.rows).map { goal in
                figure(
                    "goal.\(goal.id)", "Date of \(String.quoted(goal.name)) if goal saving paid for it",
                    .day(goal.movedTo), "its date moved by the months of saving it takes", else: "")
            }
    }

    private var comparison: [Figure] {
        ways.filter { $0.kind == .instalments }.flatMap { way in
            [
                figure(
                    "instalment", "Largest of the instalments", money(way.monthly),
                    "price by the number of payments, rounded up, without interest or fees", else: ""),
                figure(
                    "instalment_left", "Left each month after an instalment and saving", money(way.leftAfterGoals),
                    "a month's left-over minus both", else: "what a month leaves is not known"),
            ]
        }
    }
}
