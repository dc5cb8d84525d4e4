import Finance

extension DebtPlan {
    /// The sums, each strategy, the comparison, the choices between, then debts that never clear.
    public var figures: [Figure] {
        sums + shown.flatMap(figures) + comparison + frontier
            + neverClears.prefix(Review.rows).flatMap(figures) + payoffs
    }

    private func figure(
        _ id: String, _ label: String, _ value: Figure.Value?, _ basis: String, else reason: String = ""
    ) -> Figure {
        snapshot.figure(
            "plan.\(id)", label, value, records: portfolio.planned.count, coverage: coverage,
            basis: value == nil ? reason : basis)
    }

    private var sums: [Figure] {
        let none = reason ?? ""
        let isPlanned = !portfolio.planned.isEmpty
        let basis = options.extra == nil ? "extra payments of all open debts, as entered" : "as asked"
        return [
            figure(
                "extra", "Paid each month above all minimum payments", isPlanned ? .money(extra.monthly) : nil, basis,
                else: none),
            figure(
                "minimums", "Minimum payments each month of all debts in the plan",
                isPlanned ? .money(minimums) : nil, "as entered", else: none),
            figure(
                "debts", "Debts in the plan", .count(portfolio.planned.count), "open debts with a rate and a payment"),
            figure(
                "left_out", "Open debts left out of the plan", .count(portfolio.leftOut.count),
                "rate or payment not known"),
        ]
    }

    private func figures(_ strategy: Strategy, _ plan: PayoffPlan) -> [Figure] {
        let id = strategy.rawValue
        let never = "some debt is never cleared this way"
        let basis = strategy == .minimumOnly ? "minimum payments as entered" : "month by month from \(start.words)"
        var figures = [
            figure(
                "\(id).months", "Months to be debt-free, \(strategy.words)", plan.months.map { .months($0) }, basis,
                else: never),
            figure(
                "\(id).by", "Debt-free by, \(strategy.words)", plan.debtFreeOn.map { .day($0.lastDay) },
                "end of the month of the last payment", else: never),
            figure(
                "\(id).interest", "Interest until debt-free, \(strategy.words)", plan.totalInterest.map { .money($0) },
                basis, else: never),
            figure(
                "\(id).first_win", "Months until a first debt is cleared, \(strategy.words)",
                plan.firstWinMonth.map { .months($0) }, basis, else: "no debt is cleared this way"),
        ]
        for baseline in Strategy.baselines where !Strategy.baselines.contains(strategy) {
            figures += saving(strategy, baseline)
        }
        guard strategy == .custom else { return figures }
        let price = price(of: strategy).map { Figure.Value.money($0) }
        let label = "Interest your own order costs above the avalanche"
        return figures + [figure("\(id).price", label, price, "difference of the two totals", else: never)]
    }

    private func saving(_ strategy: Strategy, _ baseline: Strategy) -> [Figure] {
        let saving = saving(of: strategy, against: baseline)
        let reason = "one of the two never clears everything"
        let id = "\(strategy.rawValue).saving.\(baseline.rawValue)"
        let words = "\(strategy.words) beside \(baseline.words)"
        return [
            figure(
                "\(id).interest", "Less interest, \(words)", saving.map { .money($0.interestDifference) },
                "difference of the two totals", else: reason),
            figure(
                "\(id).months", "Months sooner, \(words)", saving.map { .months($0.monthsDifference) },
                "difference of the two lengths", else: reason),
        ]
    }

    private var comparison: [Figure] {
        guard !plans.isEmpty else { return [] }
        let gap = avalancheVsSnowball
        let reason = "one of the two never clears everything"
        let basis = "smallest balance first beside highest rate first"
        return [
            figure(
                "gap.interest", "Interest the snowball costs above the avalanche",
                gap.map { .money($0.interestDifference) }, basis, else: reason),
            figure(
                "gap.months", "Months the snowball takes longer than the avalanche",
                gap.map { .months($0.monthsDifference) }, basis, else: reason),
            figure(
                "gap.crossover", "Months until the avalanche has cost less interest than the snowball",
                gap?.crossoverMonth.map { .months($0) }, "interest since the start",
                else: gap == nil ? reason : "it never has"),
        ]
    }

    private var frontier: [Figure] {
        firstWins.prefix(Review.rows).dropFirst().flatMap { choice -> [Figure] in
            let words = "clearing the \(choice.count) smallest first, then by rate"
            let never = "some debt is never cleared this way"
            return [
                figure(
                    "first.\(choice.count).interest", "Interest until debt-free, \(words)",
                    choice.plan.totalInterest.map { .money($0) }, "month by month from \(start.words)", else: never),
                figure(
                    "first.\(choice.count).price", "Interest above the avalanche, \(words)",
                    choice.price.map { .money($0) }, "difference of the two totals", else: never),
            ]
        }
    }

    private func figures(_ debt: NeverClearing) -> [Figure] {
        let name = String.quoted(debt.name)
        return [
            figure(
                "debt.\(debt.id).interest", "Monthly interest on \(name)", .money(debt.monthlyInterest),
                debt.reason),
            figure(
                "debt.\(debt.id).break_even", "Least payment under which \(name) falls", .money(debt.breakEvenPayment),
                "a penny above the month's interest"),
        ]
    }

    private var payoffs: [Figure] {
        [Strategy.avalanche, .snowball].flatMap { strategy -> [Figure] in
            (plans[strategy]?.payoffs.prefix(Review.rows) ?? []).map { payoff in
                figure(
                    "debt.\(payoff.id).\(strategy.rawValue)",
                    "Months to clear \(String.quoted(payoff.name)), \(strategy.words)",
                    payoff.month.map { .months($0) }, "month by month from \(start.words)",
                    else: "never cleared this way")
            }
        }
    }
}
