import Analyses
import Finance

/// The report on 50/30/20: four points, in the order that clients of the old service know.
struct BudgetReport {
    let rule: BudgetRule
    let month: MonthOverview
    let overrides: [String: Bucket]
    var draft: ReportDraft

    /// The words, or that neither income nor budgets are there.
    static func words(of snapshot: Snapshot, _ overrides: [String: Bucket], _ care: CareConfig) -> ReportWords {
        let rule = BudgetRule(of: snapshot, overrides: overrides)
        let month = MonthOverview(of: snapshot)
        var report = BudgetReport(
            rule: rule, month: month, overrides: overrides,
            draft: ReportDraft(for: snapshot, care, knowing: rule.figures + month.figures))
        guard snapshot.thisMonth.incomeCount > 0 || snapshot.thisMonth.budgetCount > 0 else {
            return ReportWords(
                summary: ReportKind.budget.noData, insights: [], analysis: rule.json, draft: report.draft)
        }
        let summary = report.summary()
        let insights = [report.categories(), report.comparison(), report.problems(), report.actions()]
        return ReportWords(summary: summary, insights: insights, analysis: rule.json, draft: report.draft)
    }

    var words: String { rule.month.words }
    var hasShares: Bool { rule.reason == nil }
    var isOverspent: Bool { (rule.actual.overspent ?? .zero) > .zero }
    var unknown: Money { rule.actual.amount(of: .unknown) ?? .zero }
    var hasPlan: Bool { draft.snapshot.totals(of: rule.month).budgetCount > 0 }

    private mutating func summary() -> String {
        let parts = Bucket.allCases.map { draft.say("rule.target.\($0.rawValue).share") }
        let guide =
            "the 50/30/20 guide gives \(parts[0]) of the income after tax to needs, \(parts[1]) to wants and "
            + "\(parts[2]) to savings and extra debt payments."
        let text =
            ([draft.addressed(guide)] + standing() + draft.remarks(on: "expenses", "incomes", "budgets", "debts"))
            .joined(separator: " ")
        return [text, draft.disclaimer()].lines
    }

    private mutating func standing() -> [String] {
        if let reason = rule.reason {
            return ["Your own shares are not known: \(reason). What follows is in pounds only."]
        }
        let shares = Bucket.allCases.map { bucket in
            "\(draft.say("rule.actual.\(bucket.rawValue).share")) to \(bucket.rawValue)"
        }
        var sentences = ["In \(words) your income was \(draft.say("rule.income")); of it went \(shares.listed)."]
        if unknown > .zero {
            sentences.append("Another \(draft.say("rule.actual.unknown.share")) is not sorted into these three yet.")
        }
        if isOverspent {
            sentences.append("Together\(debtsIncluded) that leaves the month \(shortage()) short.")
        } else if let free = rule.actual.amount(of: .unallocated), free > .zero {
            sentences.append("No use is recorded so far for \(draft.say("rule.actual.unallocated")) of the income.")
        }
        return sentences
    }

    /// The app's own "left" takes no debt payments off, so a sum that does says so.
    var debtsIncluded: String { rule.debts.instalments + rule.debts.extras > .zero ? ", debt payments included," : "" }

    /// By how much more went out than came in.
    mutating func shortage() -> String {
        draft.say(
            "report.shortage", "Shortage of money in \(words)", .money(rule.actual.overspent ?? .zero), in: rule.month,
            basis: "needs, wants, savings and what is not sorted, less what came in")
    }

    /// Where the month's money went.
    private mutating func categories() -> ReportInsight {
        var lines = [BudgetSlice.needs, .wants, .savings].map { amount(of: $0) }
        if unknown > .zero { lines.append(amount(of: .unknown)) }
        if hasShares, !isOverspent { lines.append(amount(of: .unallocated)) }
        if rule.debts.instalments > .zero {
            lines.append("Needs include debt instalments of \(draft.say("rule.instalments"))")
        }
        if rule.debts.extras > .zero {
            lines.append("Savings include extra debt payments of \(draft.say("rule.extras"))")
        }
        let matched = rule.debts.matches.prefix(3).enumerated().map { place, match in
            "Taken as the payment of \(draft.name(match.debt.name)): \(draft.name(match.expense.name)), "
                + draft.say("rule.matched.\(place + 1)")
        }
        return ReportInsight(
            insight: "Where your money went in \(words)",
            suggestion: ((lines + matched).bullets + [classes()]).lines, category: "Categories")
    }

    private mutating func amount(of slice: BudgetSlice) -> String {
        let id = "rule.actual.\(slice.rawValue)"
        let share = hasShares ? ", \(draft.say("\(id).share")) of income" : ""
        return "\(slice.words): \(draft.say(id))\(share)"
    }

    private func classes() -> String {
        unknown > .zero
            ? "What is not sorted has none of the three categories; it is never guessed."
            : "Every expense of the month is sorted into one of the three."
    }

    /// The month, the guide and the budgets side by side.
    private mutating func comparison() -> ReportInsight {
        let lines = Bucket.allCases.map { hasShares ? beside($0) : planned($0) }
        let unsorted =
            unknown > .zero
            ? ["Not sorted yet: \(draft.say("rule.actual.unknown")), which will change the lines above"] : []
        var closing = "No budget is set for \(words), so there is no plan to compare with."
        if hasPlan { closing = "Your budgets for \(words) come to \(draft.say("month.budget")) in all." }
        return ReportInsight(
            insight: hasShares ? "Beside 50/30/20" : "Beside your budgets",
            suggestion: ((lines + unsorted).bullets + [closing]).lines, category: "Comparison")
    }

    private mutating func beside(_ bucket: Bucket) -> String {
        let target = draft.say("rule.target.\(bucket.rawValue)")
        let difference = rule.difference(of: bucket) ?? .zero
        var line = "\(bucket.title): the guide gives \(target) in \(words); "
        if difference == .zero {
            line += "you are exactly there"
        } else {
            line += "your own are \(gap(bucket, difference)) \(difference > .zero ? "above" : "below") that"
        }
        return hasPlan ? line + "; budgeted \(draft.say("rule.plan.\(bucket.rawValue)"))" : line
    }

    private mutating func gap(_ bucket: Bucket, _ difference: Money) -> String {
        let side = difference > .zero ? "above" : "below"
        return draft.say(
            "report.\(bucket.rawValue).\(side)", "\(bucket.title) \(side) the guide in \(words)",
            .money(difference.magnitude), in: rule.month, basis: "spent and the guide's part of the income")
    }

    private mutating func planned(_ bucket: Bucket) -> String {
        let spent = draft.say("rule.actual.\(bucket.rawValue)")
        guard hasPlan else { return "\(bucket.title): \(spent) spent" }
        return "\(bucket.title): \(spent) spent, \(draft.say("rule.plan.\(bucket.rawValue)")) budgeted"
    }
}

extension Bucket {
    /// With a capital, as a line begins.
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension BudgetSlice {
    /// What a line calls it.
    var words: String {
        switch self {
        case .needs: "Needs"
        case .wants: "Wants"
        case .savings: "Savings and extra debt payments"
        case .unknown: "Not sorted yet"
        case .unallocated: "No use recorded so far"
        }
    }
}
