public import Finance
public import FoundationEssentials

/// Something to say about the pace of one budget.
public struct PaceAlert: Sendable, Hashable {
    /// Which threshold was reached.
    public let threshold: PaceThreshold
    /// The budget with its figures.
    public let pace: BudgetPace
    /// The month it is about.
    public let month: Month
    /// Equal for one threshold of one budget of one month, told for the same time.
    public let key: String
    /// A heading; holds the budget's name as typed: data, never instruction.
    public let title: String
    /// One sentence.
    public let text: String

    init(_ threshold: PaceThreshold, of pace: BudgetPace, in snapshot: Snapshot, times: Int) {
        self.threshold = threshold
        self.pace = pace
        month = snapshot.month
        key = "pace/\(pace.budget.id)/\(snapshot.month)/\(threshold.rawValue)/\(times)"
        let words = Words(threshold, pace, snapshot)
        title = words.title
        text = words.text
    }

    /// The message to the person; it is worth nothing once the month is over.
    public func nudge(at now: Date) -> Nudge {
        Nudge(
            .budget, key: key, title: title, text: text, at: now, expiresAt: month.end, subject: pace.budget.id,
            category: pace.budget.category.isEmpty ? nil : pace.budget.category)
    }
}

extension PaceAlert {
    /// What is said of spending is what it is: below, used, or over.
    private struct Words {
        let title: String
        let text: String

        init(_ threshold: PaceThreshold, _ pace: BudgetPace, _ snapshot: Snapshot) {
            let name = "Budget \(String.quoted(pace.budget.name))"
            let place = "\(name) for \(snapshot.month.words)"
            let amount = pace.budget.amount
            let share = "\(pace.spent) of \(amount)"
            if pace.spent > amount {
                title = "\(name) is over"
                text = "\(place) is over by \(pace.spent - amount): \(share) is spent."
            } else if pace.spent == amount {
                title = "\(name) is used"
                text = "\(place) is used: \(share) is spent."
            } else if threshold == .projected, let projected = pace.projected {
                title = "\(name) at this pace"
                text =
                    "\(place): at this pace spending would come to \(projected) of \(amount) by the end of the month."
            } else {
                // Rounded down, so that a penny short of everything is not everything.
                title = "\(name) is \(Int128(pace.spent.pence) * 100 / Int128(amount.pence))% used"
                let days = snapshot.month.lastDay.number - snapshot.today.number
                text = "\(place): \(share) is spent, \(amount - pace.spent) is left for \(Self.words(days))."
            }
        }

        private static func words(_ days: Int) -> String {
            switch days {
            case 0: "the rest of today"
            case 1: "one more day"
            default: "\(days) more days"
            }
        }
    }
}
