public import Finance

extension BudgetRule {
    /// First steps of the plan that are stated one by one, beside the last; the card shows all of them.
    static let statedSteps = 3

    /// Income, every slice as spent and as budgeted with its share, the rule's targets, then debts and plan.
    public var figures: [Figure] {
        [incomeFigure] + slices(actual, "actual", "as spent", coverage(of: "expenses"))
            + slices(plan, "plan", "as budgeted", coverage(of: "budgets")) + targets + debtFigures
            + limits + steps
    }

    private func coverage(of collection: String) -> Coverage { snapshot.coverage(of: collection) }

    private var incomeFigure: Figure {
        snapshot.figure(
            "rule.income", "Income in \(month.words)", actual.income.map { .money($0) }, in: month,
            records: snapshot.incomes(in: month).count,
            coverage: actual.income == nil ? .none : coverage(of: "incomes"),
            basis: actual.income == nil ? reason ?? "not recorded" : "all income dated in the month")
    }

    private func slices(_ split: BudgetSplit, _ side: String, _ words: String, _ coverage: Coverage) -> [Figure] {
        let shares = split.shares
        let basis = side == "plan" ? "own budgets of the month by category" : "expenses by category, and debt payments"
        return BudgetSlice.allCases.flatMap { slice in
            let amount = split.amount(of: slice)
            let isOver = slice == .unallocated && (amount ?? .zero) < .zero
            let title = isOver ? "More than the income" : slice.title
            let share = shares?[slice].map { Figure.Value.percent($0.percent) }
            return [
                snapshot.figure(
                    "rule.\(side).\(slice.rawValue)", "\(title) in \(month.words), \(words)",
                    amount.map { .money($0) }, in: month, coverage: coverage,
                    basis: amount == nil ? reason ?? "not known" : basis),
                snapshot.figure(
                    "rule.\(side).\(slice.rawValue).share",
                    "\(title) as a share of income in \(month.words), \(words)", share, in: month, coverage: coverage,
                    basis: share == nil ? reason ?? "not known" : "\(basis), divided by the month's income"),
            ]
        }
    }

    private var targets: [Figure] {
        Bucket.allCases.flatMap { bucket in
            let name = bucket.rawValue
            let target = target(of: bucket)
            let words = target == nil ? reason ?? "not known" : "the rule's part of the month's income"
            return [
                snapshot.figure(
                    "rule.target.\(name)", "50/30/20 target for \(name) in \(month.words)",
                    target.map { .money($0) }, in: month, basis: words),
                snapshot.figure(
                    "rule.target.\(name).share", "50/30/20 share for \(name)",
                    .percent(Double(bucket.target) / 10), basis: "the rule itself"),
                snapshot.figure(
                    "rule.difference.\(name)", "Actual \(name) minus target in \(month.words)",
                    difference(of: bucket).map { .money($0) }, in: month,
                    basis: target == nil ? words : "above zero is more than the rule's part"),
            ]
        }
    }

    private var debtFigures: [Figure] {
        let counted = "open debts, as entered, without those that are expenses already"
        let sums: [(String, String, Money, String)] = [
            ("rule.instalments", "Debt instalments counted as needs", debts.instalments, counted),
            ("rule.extras", "Extra debt payments counted with savings", debts.extras, counted),
            (
                "rule.fixed", "Known fixed costs in \(month.words)", fixedCosts,
                "needs labelled as repeating, and debt instalments"
            ),
        ]
        let matched = debts.matches.prefix(Review.rows).enumerated().map { place, match in
            snapshot.figure(
                "rule.matched.\(place + 1)",
                "Expense \(String.quoted(match.expense.name)) taken as the payment of \(String.quoted(match.debt.name))",
                .money(match.expense.amount), in: month, records: 1, basis: "names alike, amounts within £1")
        }
        return sums.map { id, label, money, basis in
            snapshot.figure(id, label, .money(money), in: month, coverage: coverage(of: "debts"), basis: basis)
        } + matched
    }

    /// The plan's own bounds, since its summary states them.
    private var limits: [Figure] {
        let basis = "a rule of the plan"
        let change = Figure.Value.percent(BudgetTransition.mostChange.percent)
        let needs = Figure.Value.percent(BudgetTransition.mostNeeds.percent)
        return [
            snapshot.figure("rule.limit.change", "Most percentage points of change a month", change, basis: basis),
            snapshot.figure(
                "rule.limit.needs", "Share of needs above which 50/30/20 is out of reach", needs, basis: basis),
        ]
    }

    private var steps: [Figure] {
        let all = Array(transition.steps.enumerated())
        let length = snapshot.figure(
            "rule.transition.months", "Months of the way to 50/30/20",
            transition.isRealistic == true ? .months(all.count) : nil, in: month, basis: transition.summary)
        let stated = all.prefix(Self.statedSteps) + all.dropFirst(Self.statedSteps).suffix(1)
        return [length] + stated.flatMap(step)
    }

    private func step(_ place: Int, _ step: BudgetTransition.Step) -> [Figure] {
        Bucket.allCases.flatMap { bucket in
            let words = "for \(bucket.rawValue) in \(step.month.words) on the way to 50/30/20"
            let basis = "at most 5 percentage points of change a month"
            return [
                snapshot.figure(
                    "rule.step.\(place + 1).\(bucket.rawValue).share", "Share \(words)",
                    .percent(step.share(of: bucket).percent), in: step.month, basis: basis),
                snapshot.figure(
                    "rule.step.\(place + 1).\(bucket.rawValue)", "Amount \(words)",
                    amount(of: step.share(of: bucket)).map { .money($0) }, in: step.month,
                    basis: "\(basis), of the income in \(month.words)"),
            ]
        }
    }

    /// A share of the month's income in pounds, rounded down to the penny.
    func amount(of share: Rate) -> Money? {
        actual.income.map { Money(pence: Int64(clamping: Int128($0.pence) * Int128(share.basisPoints) / 10_000)) }
    }

    /// The rule's part of the income in pounds.
    public func target(of bucket: Bucket) -> Money? {
        guard let income = actual.income, income > .zero else { return nil }
        return bucket.target(of: income)
    }

    /// Spent minus target; above zero is more than the rule's part.
    public func difference(of bucket: Bucket) -> Money? {
        guard let target = target(of: bucket), let slice = BudgetSlice(rawValue: bucket.rawValue) else { return nil }
        return actual.amount(of: slice).map { $0 - target }
    }
}
