import Analyses
import Finance
import Prompts

// Longer answers, in the words of the reports and with their figures, so that chat and reports say the same.
extension CoachAnswer {
    /// Every way to pay the debts off, both orders with their price.
    mutating func sayPlan() {
        if ["promise", "guarantee"].contains(where: question.says) { say(CoachWords.noPromise) }
        guard !snapshot.debts.isEmpty else { return say(CoachWords.noDebts) }
        if let extra = question.extra { return sayPlan(with: extra) }
        let report = Report(.debt, of: snapshot)
        guard !report.isEmpty else { return say(report.summary) }
        say(report.summary)
        // The third point is about consolidation, which was not asked.
        for point in report.insights.prefix(2) { say(point) }
        state(report.figures)
        show(DebtPlan(of: snapshot).card)
    }

    /// When each way ends and what it costs with so much more a month, beside what is recorded now.
    private mutating func sayPlan(with extra: Money) {
        let plan = DebtPlan(of: snapshot, DebtPlan.Options(extra: extra))
        guard !plan.plans.isEmpty else { return say(plan.reason ?? CoachWords.noDebts) }
        say("With \(extra) a month above all minimum payments:")
        let kinds = Strategy.allCases.flatMap { ["plan.\($0.rawValue).by", "plan.\($0.rawValue).interest"] }
        let known = plan.figures.filter { $0.value != nil && kinds.contains($0.id) }
        for figure in known.prefix(Self.listLimit * 2) { say("- \(figure.label): \(figure.printed)") }
        state(plan.figures)
        show(plan.card)
    }

    /// Needs, wants and savings, planned and actual, and what to do next.
    mutating func sayRule() {
        let report = Report(.budget, of: snapshot)
        guard !report.isEmpty else { return say(CoachWords.noBudgets) }
        say(report.summary)
        if let last = report.insights.last { say(last) }
        state(report.figures)
        show(BudgetRule(of: snapshot).card)
    }

    /// What is likely to be spent and left, or why it cannot be told; the method's own error with it.
    mutating func sayForecast() {
        let forecast = Forecast(of: snapshot)
        if let abstention = forecast.abstention { say("I cannot look ahead yet: \(abstention.reason).") }
        let known = forecast.figures.filter { $0.value != nil && !$0.id.hasPrefix("forecast.category") }
        for figure in known.prefix(Self.listLimit * 2) { say("- \(figure.label): \(figure.printed)") }
        for warning in forecast.warnings { say(warning) }
        say(CoachWords.noBalance)
        state(forecast.figures)
        show(forecast.card)
    }

    /// This week or the one before.
    mutating func sayWeek() {
        let this = WeeklySummary(of: snapshot)
        let week = question.says("last week") ? WeeklySummary(of: snapshot, week: this.week.previous) : this
        for figure in week.figures.filter({ $0.value != nil }).prefix(Self.listLimit * 2) {
            say("- \(figure.label): \(figure.printed)")
        }
        if text.isEmpty { say("Nothing is recorded for that week.") }
        state(week.figures)
        show(week.card)
    }

    /// One point of a report.
    mutating func say(_ point: ReportInsight) {
        say(point.insight)
        say(point.suggestion)
    }
}
