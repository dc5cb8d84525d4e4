public import Finance

/// A way from the actual split to 50/30/20 in small steps. Needs and wants only ever go down, savings only up, each by
/// five percentage points a month at most; needs stop at the known fixed costs; savings grow only into income that is
/// free; what is not classified is left as it is. Works in tenths of a per cent of the same month's income.
public struct BudgetTransition: Sendable, Hashable {
    /// The split at the end of one month.
    public struct Step: Sendable, Hashable {
        /// The month.
        public let month: Month
        /// Share of the income for needs, wants and savings.
        public let needs, wants, savings: Rate

        /// The share of one part.
        public func share(of bucket: Bucket) -> Rate {
            switch bucket {
            case .needs: needs
            case .wants: wants
            case .savings: savings
            }
        }
    }

    /// The most that a part changes in a month.
    public static let mostChange = Rate(basisPoints: 5_00)
    /// Needs above this share of the income put 50/30/20 out of reach; judged on the share as printed.
    public static let mostNeeds = Rate(basisPoints: 70_00)
    /// Longest plan that is written out, in months.
    public static let longest = 24

    /// Whether 50/30/20 is within reach; nil when there are no shares to judge by.
    public let isRealistic: Bool?
    /// The months, first one first; empty when nothing has to change, or when the rule is out of reach.
    public let steps: [Step]
    /// What the plan comes to, in plain words.
    public let summary: String

    /// A plan that starts after `month`.
    init(from split: BudgetSplit, fixedCosts: Money, after month: Month, reason: String?) {
        guard let shares = split.shares, let income = split.income else {
            isRealistic = nil
            steps = []
            summary = "No plan can be worked out: \(reason ?? "there are no shares of the income")."
            return
        }
        let start = Path(shares)
        let isRealistic = start.needs <= Self.mostNeeds.basisPoints / 10
        self.isRealistic = isRealistic
        guard isRealistic else {
            steps = []
            summary = Self.outOfReach(start, fixedCosts)
            return
        }
        let goal = start.goal(fixed: Self.roundedUp(fixedCosts, of: income))
        let path = sequence(state: start) { $0.advance(to: goal) ? $0 : nil }
        steps = zip(1..., path.prefix(Self.longest)).map { $1.step(in: month.advanced(by: $0)) }
        summary = Self.summary(of: steps, goal: goal, unknown: split.amount(of: .unknown) ?? .zero, fixedCosts)
    }

    /// Tenths of a per cent, rounded up so that a plan never goes below the amount itself.
    private static func roundedUp(_ amount: Money, of income: Money) -> Int {
        Int(clamping: (Int128(amount.pence) * 1_000 + Int128(income.pence) - 1) / Int128(income.pence))
    }
}

extension BudgetTransition {
    private static func percent(_ tenths: Int) -> String { Figure.Value.percent(Double(tenths) / 10).printed }

    private static func outOfReach(_ start: Path, _ fixedCosts: Money) -> String {
        "50/30/20 is not realistic with these figures: needs take \(percent(start.needs)) of the income, more than "
            + "\(percent(mostNeeds.basisPoints / 10)). Known fixed costs are \(fixedCosts)."
    }

    private static func summary(of steps: [Step], goal: Path, unknown: Money, _ fixedCosts: Money) -> String {
        var sentences: [String] = []
        if let last = steps.last {
            let length = Figure.Value.months(steps.count).printed
            let shares = Bucket.allCases.map { "\($0.rawValue) \(percent(last.share(of: $0).basisPoints / 10))" }
            sentences.append(
                "With changes of at most 5 percentage points a month, \(length) would bring "
                    + "\(shares[0]), \(shares[1]) and \(shares[2]) of the income.")
        } else {
            sentences.append("Nothing would change: the split cannot come closer to 50/30/20 by itself.")
        }
        if goal.isWithinRule && steps.isEmpty { sentences = ["The split is within 50/30/20."] }
        if goal.needs > Bucket.needs.target {
            sentences.append("Known fixed costs of \(fixedCosts) keep needs above 50%.")
        }
        if unknown > .zero { sentences.append("\(unknown) is not classified and is left as it is.") }
        return sentences.joined(separator: " ")
    }
}

/// Where a plan stands, in tenths of a per cent of the income.
private struct Path {
    var needs: Int
    var wants: Int
    var savings: Int
    /// Not classified; it takes room and never moves.
    let unknown: Int

    init(_ shares: [BudgetSlice: Rate]) {
        func tenths(_ slice: BudgetSlice) -> Int { (shares[slice]?.basisPoints ?? 0) / 10 }
        needs = tenths(.needs)
        wants = tenths(.wants)
        savings = tenths(.savings)
        unknown = max(0, tenths(.unknown))
    }

    /// Nearest to the rule that fixed costs allow. When they hold needs above their part, wants and savings share what
    /// is left as 3 to 2, as they do in the rule.
    func goal(fixed: Int) -> Path {
        var goal = self
        goal.needs = min(needs, max(Bucket.needs.target, fixed))
        let rest = 1_000 - max(goal.needs, Bucket.needs.target)
        let mostWants = rest * 3 / 5
        goal.wants = min(wants, mostWants)
        goal.savings = max(savings, min(rest - mostWants, 1_000 - goal.needs - goal.wants - unknown))
        return goal
    }

    var isWithinRule: Bool {
        needs <= Bucket.needs.target && wants <= Bucket.wants.target && savings >= Bucket.savings.target
    }

    /// One month on; false when nothing moved.
    mutating func advance(to goal: Path) -> Bool {
        let most = BudgetTransition.mostChange.basisPoints / 10
        let before = (needs, wants, savings)
        needs = max(goal.needs, needs - most)
        wants = max(goal.wants, wants - most)
        let room = 1_000 - needs - wants - unknown
        savings = max(savings, min(savings + most, goal.savings, room))
        return before != (needs, wants, savings)
    }

    func step(in month: Month) -> BudgetTransition.Step {
        func rate(_ tenths: Int) -> Rate { Rate(basisPoints: tenths * 10) }
        return BudgetTransition.Step(month: month, needs: rate(needs), wants: rate(wants), savings: rate(savings))
    }
}
