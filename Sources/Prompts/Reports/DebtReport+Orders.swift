import Analyses
import Finance

// Both orders, each with its target and its price.
extension DebtReport {
    /// The highest rate first; the question about priority bills stands before it.
    mutating func avalanche() -> ReportInsight {
        let question = draft.fix(draft.care.priorityQuestion)
        let how = "The avalanche pays every minimum and puts what is left towards the highest rate first."
        return point(0, [question, how] + order(.avalanche))
    }

    /// The smallest balance first, beside the avalanche.
    mutating func snowball() -> ReportInsight {
        let how = "The snowball pays every minimum and puts what is left towards the smallest balance first."
        return point(
            1, [how] + order(.snowball) + [beside()].compactMap(\.self).bullets + [draft.fix(draft.care.comparison)])
    }

    func point(_ place: Int, _ lines: [String]) -> ReportInsight {
        ReportInsight(insight: Self.titles[place], suggestion: lines.lines, category: "Strategy")
    }

    private mutating func order(_ strategy: Strategy) -> [String] {
        guard let target = plan.target(of: strategy), let result = plan.plans[strategy] else {
            return unplanned(strategy)
        }
        let id = "plan.\(strategy.rawValue)"
        var lines = [self.target(target), money()]
        if result.clears {
            lines.append("Debt-free by \(draft.say("\(id).by")), after \(draft.say("\(id).months"))")
            lines.append("Capital Loss (interest) until then: \(draft.say("\(id).interest"))")
        } else {
            lines.append("Debt-free by: \(draft.say("\(id).by"))")
        }
        if debts.rows.count > 1, let first = result.payoffs.first, first.month != nil {
            lines.append("First debt cleared after \(draft.say("\(id).first_win")): \(draft.name(first.name))")
        }
        return (lines + [saving(strategy), more(strategy)].compactMap(\.self)).bullets
    }

    private mutating func target(_ debt: PlannedDebt) -> String {
        let name = draft.name(debt.name)
        let balance = draft.say("debt.\(debt.id).balance", "Balance of \(name)", .money(debt.balance))
        let rate = draft.say("debt.\(debt.id).rate", "Yearly rate of \(name)", .percent(debt.rate.percent))
        let source = draft.snapshot.debts.first { $0.id == debt.id }?.rateSource
        return "Target debt: \(name), \(balance) owed at \(rate) a year\(source == .estimated ? " (estimated)" : "")"
    }

    private mutating func money() -> String {
        let minimums = "Counted each month: \(draft.say("plan.minimums")) of minimum payments"
        guard plan.extra.monthly > .zero else { return minimums + " and nothing on top" }
        return minimums + " and \(draft.say("plan.extra")) on top, as you entered it"
    }

    /// What the order spares beside the minimum payments alone.
    private mutating func saving(_ strategy: Strategy) -> String? {
        guard let saving = plan.saving(of: strategy, against: .minimumOnly) else { return nil }
        let id = "plan.\(strategy.rawValue).saving.minimum_only"
        guard saving.interestDifference > .zero else { return nil }
        let months = saving.monthsDifference > 0 ? " and \(draft.say("\(id).months")) sooner" : ""
        return "Beside minimum payments only: \(draft.say("\(id).interest")) less Capital Loss\(months)"
    }

    /// Without rates or payments only the smallest balance is known.
    private mutating func unplanned(_ strategy: Strategy) -> [String] {
        let reason = "What this costs is not known: \(plan.reason ?? "there is no plan")."
        let smallest = debts.rows.map(\.debt).min { ($0.balance, $0.id) < ($1.balance, $1.id) }
        var lines = ["Target debt: not known without rates"]
        if strategy == .snowball, let smallest {
            lines = ["Target debt: \(draft.name(smallest.name)), \(draft.balance(of: smallest)) owed"]
        }
        return lines.bullets + [reason] + plan.portfolio.leftOut.prefix(3).compactMap(\.debtQuestion).bullets
    }

    /// What a little more each month would do, as an example.
    private mutating func more(_ strategy: Strategy) -> String? {
        guard let example, let plan = example.plans[strategy], let interest = plan.totalInterest,
            let months = plan.months, let end = plan.debtFreeOn
        else { return nil }
        let words = "with the example, \(strategy.words)"
        var draft = self.draft
        defer { self.draft = draft }
        func figure(_ key: String, _ label: String, _ value: Figure.Value) -> String {
            draft.say("report.more.\(strategy.rawValue).\(key)", "\(label) \(words)", value, basis: "month by month")
        }
        let amount = draft.say(
            "report.more.amount", "Example of more paid each month",
            .money(example.extra.monthly - self.plan.extra.monthly), basis: "an example within what is left")
        return
            "For scale, with \(amount) more each month: debt-free by \(figure("by", "Debt-free by", .day(end.lastDay))), "
            + "after \(figure("months", "Months to be debt-free", .months(months))), "
            + "Capital Loss \(figure("interest", "Interest until debt-free", .money(interest)))"
    }
}

extension DebtPortfolio.LeftOut {
    /// What to ask, with the typed name made harmless.
    var debtQuestion: String? { question.map(FactsBlock.data) }
}
