import Analyses
import Finance

extension CoachAnswer {
    /// The price a question names, in parts when it does, held against the month.
    var purchase: Affordability? {
        guard let price = question.instalments?.price ?? question.amounts.max() else { return nil }
        return Affordability(of: price, in: snapshot, .init(instalments: question.instalments?.count))
    }

    /// The figures of the purchase; a price made of parts was not typed as one.
    var purchaseFigures: [Figure] {
        guard let check = purchase else { return [] }
        let price = Figure(
            id: "coach.price", label: "Price", value: .money(check.price), window: nil, asOf: snapshot.asOf,
            basis: "all instalments together")
        return check.figures + (question.instalments == nil ? [] : [price])
    }

    /// Whether a price fits. Says what it would do to the month; never suggests borrowing.
    mutating func sayAffordability() {
        guard let check = purchase else {
            return say("How much is it? Tell me the price and I will check, for example: \"Can I afford £200?\"")
        }
        say(verdict(check))
        if check.verdict != .unknown {
            if let after = check.leftAfter, after > .zero { say("- Left in \(month) after it: \(after)") }
            if check.goalsMonthly > .zero, let after = check.leftAfterGoals {
                let words = after < .zero ? "\(after.magnitude) short" : "\(after) left"
                say("- With the \(check.goalsMonthly) your saving goals ask for: \(words)")
            }
            if let day = check.leftPerDay, let days = check.daysLeft {
                say("- That is \(day) for each of the \(days.of("day")) left in the month")
            }
            if check.verdict == .notFromThisMonth, let months = check.monthsToSave {
                say("- Saved up from what is left after your goals it takes \(Figure.Value.months(months).printed)")
            }
        }
        if let way = check.ways.first(where: { $0.kind == .instalments }) { say(way) }
        for remark in check.remarks { say(remark) }
        show(check.card)
        say(CoachWords.disclaimer)
    }

    private mutating func say(_ way: Affordability.Way) {
        guard let months = way.months, let part = way.monthly else { return }
        let left = way.leftAfterGoals.map { left in
            left < .zero
                ? ", then \(left.magnitude) short in a month" : ", then \(left) left in a month after your saving"
        }
        say("- In \(months) instalments of \(part)\(left ?? "")")
    }

    private func verdict(_ check: Affordability) -> String {
        switch check.verdict {
        case .comfortable: "Yes, \(check.price) fits comfortably into what \(month) leaves."
        case .tight: "\(check.price) is possible from what \(month) leaves, but it would be tight."
        case .notFromThisMonth:
            "Not from this month's money: \(check.price) is more than what is left in \(month), "
                + (check.leftBefore.flatMap { $0 > .zero ? $0.description : nil } ?? "which is nothing") + "."
        case .unknown: "I cannot say whether \(check.price) fits."
        }
    }
}
