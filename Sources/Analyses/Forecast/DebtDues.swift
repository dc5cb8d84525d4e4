import Finance

/// Payments that fall due on debts and are not entered as expenses, month by month. A due date that has passed this
/// month is taken as dealt with. A debt asks for no more than is owed; interest is left out of that.
struct DebtDues: Sendable, Hashable {
    /// How far the amount of an expense may be from an instalment and still be it.
    static let slack = Money(pence: 1_00)
    /// Names shorter than this say nothing about being the same.
    static let leastName = 3

    /// The sum for each month, the running one first.
    let byMonth: [Money]

    init(of snapshot: Snapshot, months: [Month]) {
        guard let first = months.first else {
            byMonth = []
            return
        }
        let recent = snapshot.expenses(in: first.previous) + snapshot.expenses(in: first)
        var sums = [Money](repeating: .zero, count: months.count)
        for debt in snapshot.openDebts where debt.monthlyPayment > .zero {
            guard let due = debt.nextDue(from: snapshot.today) else { continue }
            guard !recent.contains(where: { Self.isPayment($0, of: debt) }) else { continue }
            var owed = debt.balance
            for (place, month) in months.enumerated() where Month(due) <= month {
                let payment = min(debt.monthlyPayment, owed)
                sums[place] += payment
                owed -= payment
            }
        }
        byMonth = sums
    }

    /// Whether an expense looks like a debt's instalment: one name holds the other, or the amounts are within a pound.
    static func isPayment(_ expense: Expense, of debt: Debt) -> Bool {
        guard (expense.amount - debt.monthlyPayment).magnitude > slack else { return true }
        let names = [expense.name.lowercased(), debt.name.lowercased()].sorted { $0.utf8.count < $1.utf8.count }
        return names[0].utf8.count >= leastName && names[1].contains(names[0])
    }
}
