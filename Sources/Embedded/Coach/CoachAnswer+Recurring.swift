import Analyses
import Finance
import Prompts

extension CoachAnswer {
    /// Subscriptions by name, what went up or did not come, and what looks doubled.
    mutating func sayRecurring() {
        let report = Report(.expense, of: snapshot)
        guard !report.isEmpty else { return say(CoachWords.noExpenses) }
        let audit = ExpenseAudit(of: snapshot)
        if audit.subscriptions.isEmpty {
            report.insights.first.map { say($0) }
        } else {
            saySubscriptions(audit)
            for line in Self.news(audit) { say("- " + line) }
        }
        report.insights.dropFirst().first.map { say($0) }
        state(report.figures)
        show(audit.card)
    }

    private mutating func saySubscriptions(_ audit: ExpenseAudit) {
        func printed(_ id: String) -> String {
            audit.figures.first { $0.id == "recurring.subscriptions.\(id)" }?.printed ?? "an unknown sum"
        }
        let costs = audit.subscriptions.count == 1 ? "subscription costs" : "subscriptions cost"
        say(
            "\(audit.subscriptions.count) \(costs) an estimated \(printed("monthly")) a month, \(printed("yearly")) a "
                + "year:")
        list(audit.subscriptions) { one in
            let next = one.nextDays(1).first.map { ", next on \($0.words)" } ?? ""
            return "\(String.quoted(one.name)): \(one.amount) \(one.cadence.pace)\(next)"
        }
        state(audit.figures + audit.subscriptions.prefix(Self.listLimit).enumerated().flatMap(figures))
    }

    /// The longer list of analyses may end before the last subscription, so each that is named has its own figures.
    private func figures(_ place: Int, _ one: RecurringSeries) -> [Figure] {
        let values: [Figure.Value] = [.money(one.amount)] + (one.nextDays(1).first.map { [.day($0)] } ?? [])
        return values.enumerated().map { part, value in
            Figure(
                id: "coach.subscription.\(place + 1).\(part + 1)",
                label: "One \(one.cadence.rawValue) payment of \(String.quoted(one.name))",
                value: value, window: nil, asOf: snapshot.asOf, basis: "as it was paid, and when it is next expected")
        }
    }

    /// Price rises and payments that did not come, at most three of each.
    private static func news(_ audit: ExpenseAudit) -> [String] {
        audit.rises.prefix(3).map { series, rise in
            "Price rise: \(String.quoted(series.name)) went from \(rise.before) to \(rise.after) on \(rise.since.words)"
        }
            + audit.missing.prefix(3).map { series, expected in
                "Not on record: \(String.quoted(series.name)), \(series.amount), expected on \(expected.words)"
            }
    }
}

extension Cadence {
    /// Words behind the amount of one payment.
    fileprivate var pace: String {
        switch self {
        case .weekly: "a week"
        case .monthly: "a month"
        case .yearly: "a year"
        }
    }
}
