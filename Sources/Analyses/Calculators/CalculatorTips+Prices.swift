import Finance

extension CalculatorTip {
    /// A price at the rate the person typed, which is all it rests on.
    static func futureValue(_ calculation: FutureValueCalculation, id: String, for snapshot: Snapshot) -> CalculatorTip
    {
        var draft = TipDraft(.futureValue, for: snapshot)
        let price = draft.say("amount", "Price today", .money(calculation.initialAmount))
        let later = draft.result("future", "Price then", calculation.futureValue)
        let rate = draft.rate("rate", "Yearly inflation entered", calculation.inflationRate)
        let years = draft.years(calculation.years)
        draft.line("What costs \(price) today would cost \(later) in \(years) at \(rate) inflation a year.")
        draft.bullet("That is a change of \(draft.result("rise", "Change of the price", calculation.rise)).")
        if let goal = snapshot.goal(aimingAt: calculation.initialAmount) {
            draft.bullet(
                "Your goal \(String.quoted(goal.name)) aims at the same \(price); it may need \(later) by then.")
        }
        draft.keepingUp(rate)
        draft.line("Source: the \(rate) a year that you entered, not a forecast.")
        draft.disclaimer()
        return CalculatorTip(draft, calculationID: id)
    }

    /// Published inflation between two years; the only tip that names the World Bank.
    static func historical(_ calculation: HistoricalCalculation, id: String, for snapshot: Snapshot) -> CalculatorTip {
        var draft = TipDraft(.historical, for: snapshot)
        let amount = draft.say("amount", "Amount in the earlier year", .money(calculation.amount))
        let from = draft.say("from", "Earlier year", .count(calculation.fromYear))
        let to = draft.say("to", "Later year", .count(calculation.toYear))
        let equivalent = draft.result("equivalent", "The same in the later year", calculation.equivalent)
        let lost = draft.result("lost", "Difference", calculation.lost)
        draft.line("What cost \(amount) in \(from) cost about \(equivalent) in \(to), a difference of \(lost).")
        if calculation.lost > .zero {
            let share = draft.say(
                "loss", "Loss of buying power", .percent(calculation.lossPercent),
                basis: "difference divided by the later amount")
            draft.bullet("Money kept without interest over that time lost \(share) of its buying power (Capital Loss).")
        } else {
            draft.bullet("Prices did not rise over that time.")
        }
        draft.keepingUp(nil)
        if calculation.isFromWorldBank { draft.line("Source: worldbank.org") }
        draft.disclaimer()
        return CalculatorTip(draft, calculationID: id)
    }
}

extension TipDraft {
    fileprivate mutating func keepingUp(_ rate: String?) {
        bullet("Raising what you save each year in step with inflation keeps its buying power.")
        bullet("Savings gain buying power only while they earn more than \(rate ?? "inflation") a year after tax.")
    }
}

extension Snapshot {
    /// The one open goal that is about this very price; a goal that only happens to be there is not mentioned.
    fileprivate func goal(aimingAt price: Money) -> SavingGoal? {
        let same = goals.filter { !$0.isCompleted && $0.target == price && price > .zero }
        return same.count == 1 ? same.first : nil
    }
}
