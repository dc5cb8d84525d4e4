import Analyses
import Finance

// What the snowball costs beside the avalanche, in words that prefer neither.
extension DebtReport {
    /// One line; nil when nothing is in the sums.
    mutating func beside() -> String? {
        let planned = plan.portfolio.planned.count
        guard planned > 1 else { return planned == 0 ? nil : "With a single debt in the sums both orders are the same" }
        if let gap = plan.avalancheVsSnowball {
            return "Beside the avalanche: " + words(gap, interest: "plan.gap.interest", months: "plan.gap.months")
        }
        guard let example, let gap = example.avalancheVsSnowball else {
            return "Beside the avalanche: not known, one of the two never clears everything"
        }
        return "Beside the avalanche, both with the example: "
            + words(gap, interest: "report.more.gap.interest", months: "report.more.gap.months")
    }

    private mutating func words(_ gap: PlanComparison, interest: String, months: String) -> String {
        let length = length(gap, months)
        if gap.interestDifference == .zero { return "the same Capital Loss\(length)" }
        _ = draft.say(
            interest, "Interest the snowball costs above the avalanche", .money(gap.interestDifference),
            basis: "both with the example")
        let amount = gap.interestDifference.magnitude
        let way = gap.interestDifference > .zero ? "more" : "less"
        if gap.isPracticallyEqual { return "practically equal, \(amount) \(way) Capital Loss\(length)" }
        return "\(amount) \(way) Capital Loss\(length)"
    }

    private mutating func length(_ gap: PlanComparison, _ id: String) -> String {
        guard gap.monthsDifference != 0 else { return " and just as long" }
        let months = Figure.Value.months(abs(gap.monthsDifference))
        let basis = "smallest balance first beside highest rate first"
        let printed = draft.say("report.\(id)", "Months by which the two orders differ", months, basis: basis)
        return " and \(printed) \(gap.monthsDifference > 0 ? "longer" : "sooner done")"
    }
}
