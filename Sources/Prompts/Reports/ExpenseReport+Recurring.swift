import Analyses
import Finance

// What repeats, and what looks entered twice.
extension ExpenseReport {
    /// Cost of subscriptions, price rises, and payments that did not come.
    mutating func subscriptions() -> ReportInsight {
        let news = rises() + missing()
        guard !audit.subscriptions.isEmpty else {
            let none = [
                "No payment on record looks like a subscription, such as streaming or a gym. A payment counts when it "
                    + "is entered as repeating, or when its days and amounts show it."
            ]
            return ReportInsight(
                insight: "No subscriptions found", suggestion: (none + news).lines, category: "Subscriptions")
        }
        let monthly = draft.say("recurring.subscriptions.monthly")
        let yearly = draft.say("recurring.subscriptions.yearly")
        let count = draft.say("recurring.subscriptions.count")
        let opening =
            audit.subscriptions.count == 1
            ? "One subscription comes to an estimated \(yearly) a year."
            : "\(count) subscriptions come to an estimated \(yearly) a year together."
        let closing = "If one is no longer used, ending it saves what it costs; its terms say how much notice it needs."
        return ReportInsight(
            insight: "Subscriptions cost an estimated \(monthly) a month",
            suggestion: ([opening] + rows() + news + [closing]).lines, category: "Subscriptions")
    }

    private mutating func rows() -> [String] {
        let places = audit.series.prefix(Review.rows).indices.filter { audit.series[$0].isSubscription }
        let shown = places.prefix(Report.rows)
        let lines = shown.map { place -> String in
            let one = audit.series[place]
            let next = one.nextDays(1).isEmpty ? "" : ", next on \(draft.say("recurring.\(place + 1).next"))"
            return "- \(draft.name(one.name)): \(draft.say("recurring.\(place + 1).amount")) \(one.cadence.pace)\(next)"
        }
        return lines + (shown.count < audit.subscriptions.count ? ["- and others, counted in the sum"] : [])
    }

    private mutating func rises() -> [String] {
        audit.rises.prefix(3).enumerated().map { place, row in
            let id = "recurring.rise.\(place + 1)"
            return "- Price rise: \(draft.name(row.series.name)) went from \(draft.say("\(id).before")) to "
                + "\(draft.say("\(id).after")) on \(draft.say("\(id).since")), "
                + "an estimated \(draft.say("\(id).yearly")) a year more"
        }
    }

    private mutating func missing() -> [String] {
        audit.missing.prefix(3).enumerated().map { place, row in
            let id = "recurring.missing.\(place + 1)"
            return "- Not on record: \(draft.name(row.series.name)), \(draft.say("\(id).amount")), expected on "
                + "\(draft.say("\(id).expected")); it may have ended or not been entered yet"
        }
    }

    /// Entries that look made twice.
    mutating func duplicates() -> ReportInsight {
        guard !audit.doubled.isEmpty else {
            return ReportInsight(
                insight: "Nothing looks entered twice",
                suggestion:
                    "No two expenses share name, amount and day and were entered at the same moment. A bill that "
                    + "comes every week or month is not a duplicate.", category: "Duplicates")
        }
        let excess = draft.say("recurring.doubled.excess")
        let count = draft.say("recurring.doubled.count")
        let opening =
            audit.doubled.count == 1
            ? "One expense looks entered more than once:" : "\(count) expenses look entered more than once:"
        let rows = audit.doubled.prefix(Report.rows).enumerated().map { doubled($1, $0 + 1) }
        let more = audit.doubled.count > Report.rows ? ["- and others, counted in the sum"] : []
        let closing =
            "Nothing was removed. If they are one payment each, deleting the extra entries corrects your totals."
        return ReportInsight(
            insight: "\(excess) may be counted too often", suggestion: ([opening] + rows + more + [closing]).lines,
            category: "Duplicates")
    }

    private mutating func doubled(_ row: ExpenseAudit.Doubled, _ place: Int) -> String {
        let name = draft.name(row.name)
        let id = "report.doubled.\(place)"
        let amount = draft.say("\(id).amount", "Amount of \(name)", .money(row.amount))
        let day = draft.say("\(id).day", "Day of \(name)", .day(row.day))
        let count = draft.say("\(id).count", "Entries of \(name)", .count(row.count), basis: "made within a minute")
        return "- \(name), \(amount) on \(day), entered \(count) times"
    }
}

extension Analyses.Cadence {
    /// Words behind the amount of one payment.
    var pace: String {
        switch self {
        case .weekly: "a week"
        case .monthly: "a month"
        case .yearly: "a year"
        }
    }
}
