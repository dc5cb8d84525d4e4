import Analyses
import Finance

// Three steps that follow from the month's figures, most pressing first.
extension BudgetReport {
    /// Exactly three steps.
    static let steps = 3

    /// What could be done next.
    mutating func actions() -> ReportInsight {
        var steps = data() + pressing()
        steps += spare().filter { !steps.contains($0) }
        return ReportInsight(
            insight: "Three next steps to choose from",
            suggestion: (Array(steps.prefix(Self.steps)).bullets + help()).lines, category: "Action Steps")
    }

    /// What is missing from the records.
    private mutating func data() -> [String] {
        var steps: [String] = []
        if draft.snapshot.totals(of: rule.month).incomeCount == 0 {
            steps.append("Enter the income of \(words), so that shares can be worked out")
        }
        if unknown > .zero {
            steps.append("Sort what has none of the three categories: \(draft.say("rule.actual.unknown")) in \(words)")
        }
        return steps
    }

    private mutating func pressing() -> [String] {
        var steps: [String] = []
        if isOverspent {
            steps.append(
                "Look first at payments that can wait or shrink, since \(words) is \(shortage()) short")
        }
        let areas = areas()
        if areas.contains(.needs) {
            steps.append("Check essentials for cheaper tariffs, and whether any benefit or discount is unclaimed")
        }
        if areas.contains(.wants), let item = largestWant() {
            steps.append("Look at the largest want of \(words), \(item), and decide what it is worth to you")
        }
        if areas.contains(.savings), !isOverspent { steps.append(saving()) }
        return steps
    }

    private mutating func saving() -> String {
        guard let monthly = month.goalsMonthly, monthly > .zero else {
            return "Decide what part of the unused income could go to savings or to extra debt payments"
        }
        return
            "Enter what goes to your saving goals, \(draft.say("goals.monthly")) a month as planned, so that it counts "
            + "as savings"
    }

    private mutating func spare() -> [String] {
        [
            hasPlan
                ? "Hold each budget beside what was spent at the end of the month, and adjust the next"
                : "Set a budget for needs, wants and savings, so that plan and spending can be compared",
            "Come back when \(words) is complete; figures still move until its last payment",
            "Enter new payments with a budget, so that their category is known",
        ]
    }

    private mutating func help() -> [String] {
        guard isOverspent else { return [] }
        return ["If the money keeps running short, free and confidential help is there:"] + draft.signposts()
    }

    private mutating func largestWant() -> String? {
        let wants = draft.snapshot.expenses(in: rule.month).filter {
            Bucket(category: $0.category, overrides: overrides) == .wants
        }
        guard let item = wants.max(by: { ($0.amount, $1.id) < ($1.amount, $0.id) }) else { return nil }
        let name = draft.name(item.name)
        let amount = draft.say("report.largest.want", "Spent on \(name)", .money(item.amount), in: rule.month)
        return "\(name) (\(amount))"
    }
}
