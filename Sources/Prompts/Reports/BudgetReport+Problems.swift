import Analyses
import Finance

// Where the month is off the guide, and a way back in steps.
extension BudgetReport {
    /// More months than this and the way is told in three phases.
    static let fewMonths = 2

    /// What is above or below its part, with a transitional budget when the guide is far off.
    mutating func problems() -> ReportInsight {
        guard hasShares else {
            return ReportInsight(
                insight: "Problem areas cannot be seen yet",
                suggestion: "They are measured in shares of the income, and \(rule.reason ?? "it is not known").",
                category: "Problem Areas")
        }
        let areas = self.areas()
        let off = areas.isEmpty ? "Nothing is off the guide" : "Off the guide: \(areas.map(\.rawValue).listed)"
        let heading = isOverspent ? "More went out than came in" : off
        let lines = areas.map { area in
            let id = "rule.actual.\(area.rawValue).share"
            return "\(area.title) at \(draft.say(id)) of income, the guide's part is "
                + draft.say("rule.target.\(area.rawValue).share")
        }
        return ReportInsight(
            insight: heading, suggestion: (short() + lines.bullets + way(areas)).lines, category: "Problem Areas")
    }

    /// Needs and wants above their part, savings below theirs.
    func areas() -> [Bucket] {
        Bucket.allCases.filter { bucket in
            let difference = rule.difference(of: bucket) ?? .zero
            return bucket == .savings ? difference < .zero : difference > .zero
        }
    }

    private mutating func short() -> [String] {
        isOverspent ? ["All outgoings of \(words) taken together\(debtsIncluded) leave it \(shortage()) short."] : []
    }

    private mutating func way(_ areas: [Bucket]) -> [String] {
        if areas.isEmpty { return ["The split of \(words) is within the guide."] }
        guard rule.transition.isRealistic == true else { return [outOfReach()] }
        let steps = rule.transition.steps
        guard let last = steps.last else { return ["With these figures no part can come closer for now."] }
        let change = draft.say("rule.limit.change")
        let bound = "changing each part by \(change) of income a month at most:"
        guard steps.count > Self.fewMonths else {
            return ["A possible way there, \(bound)"] + [phase("By", last, "last", areas)].bullets
        }
        let ends = [1, 2, 3].map { steps[($0 * steps.count + 2) / 3 - 1] }
        let phases = zip(1..., ends).map { phase("Phase \($0), by", $1, "\($0)", areas) }
        return ["A possible way there in three phases, \(bound)"] + phases.bullets + fixedCosts()
    }

    private mutating func phase(
        _ lead: String, _ step: BudgetTransition.Step, _ key: String, _ areas: [Bucket]
    ) -> String {
        let shares = areas.map { bucket in
            let share = draft.say(
                "report.phase.\(key).\(bucket.rawValue)",
                "\(bucket.title) on the way to 50/30/20 by \(step.month.words)",
                .percent(step.share(of: bucket).percent), in: step.month,
                basis: "at most 5 percentage points of change a month")
            return "\(bucket.rawValue) \(share)"
        }
        return "\(lead) \(step.month.words): \(shares.joined(separator: ", "))"
    }

    private mutating func fixedCosts() -> [String] {
        guard (rule.transition.steps.last?.needs.percent ?? 0) > 50, rule.fixedCosts > .zero else { return [] }
        return ["Known fixed costs of \(draft.say("rule.fixed")) keep needs above the guide's part."]
    }

    private mutating func outOfReach() -> String {
        "With needs above \(draft.say("rule.limit.needs")) of income the guide is out of reach for now, and that is "
            + "no failing: known fixed costs alone are \(draft.say("rule.fixed")) in \(words). Small changes still count."
    }
}
