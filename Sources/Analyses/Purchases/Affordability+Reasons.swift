import Finance

extension Affordability.Verdict: Codable {}

extension Affordability {
    /// Why the verdict is what it is, and what the purchase would put off; every number is one of `figures`.
    public var reasons: [String] { [cause] + delayed }

    private var cause: String {
        let rest = leftAfterGoals ?? .zero
        switch verdict {
        case .unknown where price <= .zero: return "No price above zero is given."
        case .unknown: return "No income is recorded for \(snapshot.month.words), so what is left is not known."
        case .notFromThisMonth: return "\(leftBefore ?? .zero) is left before it, and it costs \(price)."
        case .comfortable:
            return "After it and the saving until then \(rest) is left, a tenth of a month's income or more."
        case .tight where rest < .zero:
            return "After it, saving would go \(rest.magnitude) short."
        case .tight where rest.pence * 100 >= free.income.pence * Self.comfortMargin:
            return "\(free.byDay ?? .zero) is there by that day, before the rest of the month's income comes in."
        case .tight:
            return "After it and the saving until then \(rest) is left, less than a tenth of a month's income."
        }
    }

    private var delayed: [String] {
        func later(_ months: Int?) -> String? {
            months.flatMap { $0 > 0 ? Figure.Value.months($0).printed : nil }
        }
        let goals = later(delays.goalMonths).map { "Goal dates would move by \($0) if goal saving paid for the rest." }
        let debts = later(delays.debtMonths).map {
            "The debt-free date would move by \($0) if extra debt payments paid for the rest."
        }
        return [goals, debts].compactMap(\.self)
    }
}
