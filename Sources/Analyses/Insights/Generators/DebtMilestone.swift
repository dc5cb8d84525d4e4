import Finance

extension InsightGenerator {
    /// What is owed in all is below a round sum that it was not below on an earlier look.
    static let debtMilestone = InsightGenerator(.debtMilestone) { ground in
        guard !ground.snapshot.debts.isEmpty else { return [] }
        return DebtMilestone(from: ground.balances, to: ground.snapshot.debtTotals.balance)
            .map { [$0.insight(in: ground)] } ?? []
    }
}

/// The lowest of the sums £100, £200, £500, £1,000, £2,000 and so on that the debts fell below; or nothing owed at all.
struct DebtMilestone {
    let highest: BalancePoint
    let balance: Money
    /// The sum; zero when everything is cleared.
    let sum: Money

    init?(from points: [BalancePoint], to balance: Money) {
        guard let highest = points.max(by: { ($0.balance, $1.day) < ($1.balance, $0.day) }), highest.balance > balance
        else { return nil }
        self.highest = highest
        self.balance = balance
        guard balance > .zero else {
            sum = .zero
            return
        }
        guard let sum = Self.sums.first(where: { balance < $0 }), highest.balance >= sum else { return nil }
        self.sum = sum
    }

    private static let sums: [Money] = (0..<8).flatMap { power in
        let unit = (0..<power).reduce(Int64(100_00)) { unit, _ in unit * 10 }
        return [1, 2, 5].map { Money(pence: $0 * unit) }
    }

    func insight(in ground: InsightGround) -> Insight {
        let isCleared = sum == .zero
        let then = "on \(highest.day.words) it was \(highest.balance)."
        return Insight(
            kind: .debtMilestone, subject: String(sum.pence), period: "always",
            title: isCleared ? "Nothing is owed any more" : "Less than \(sum) is owed",
            text: isCleared
                ? "Nothing is left to pay on the debts on record; \(then)"
                : "Owed on all debts together is \(balance), below \(sum); \(then)",
            figures: [
                ground.figure("balance", "Owed on all debts together", .money(balance), "open debts"),
                ground.figure("sum", "Round sum the debts are below", .money(sum), "a fixed step"),
                ground.figure(
                    "then", "Owed on all debts on \(highest.day.words)", .money(highest.balance),
                    "the highest of the last looks"),
                ground.figure("day", "Day of the earlier look", .day(highest.day), "as remembered"),
            ], impact: highest.balance - balance, bucket: 1)
    }
}
