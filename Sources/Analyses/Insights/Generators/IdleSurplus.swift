import Finance

extension InsightGenerator {
    /// In each of the last three months something was left, and after goals and debt payments it is at least £100 and 5 %
    /// of income a month.
    static let idleSurplus = InsightGenerator(.idleSurplus) { ground in
        IdleSurplus(in: ground).map { [$0.insight(in: ground)] } ?? []
    }
}

/// What a usual month leaves beyond what is planned for.
struct IdleSurplus {
    static let least = Money(pence: 100_00)
    static let leastPercent = 5

    /// Left after payments in a usual month.
    let left: Money
    /// Monthly targets of goals, or what savings really grow by when that is more, and instalments that are not entered
    /// as payments.
    let planned: Money
    var idle: Money { left - planned }

    init?(in ground: InsightGround) {
        let months = (1...TypicalMonth.most).map { ground.snapshot.totals(of: ground.month.advanced(by: -$0)) }
        guard months.allSatisfy({ $0.incomeCount > 0 && $0.expenseCount > 0 && $0.leftOver > .zero }),
            let left = ground.goals.typical.left
        else { return nil }
        self.left = left
        let saving = max(ground.snapshot.savings.monthly, ground.pace.pace ?? .zero, .zero)
        planned = saving + Self.unenteredInstalments(in: ground.snapshot)
        let income = months.total(\.income)
        // Three months' income on both sides, so that nothing is rounded.
        guard left - planned >= Self.least,
            Money(pence: (left - planned).pence * 3).isAtLeast(Self.leastPercent, percentOf: income)
        else { return nil }
    }

    private static func unenteredInstalments(in snapshot: Snapshot) -> Money {
        let recent = snapshot.expenses(in: snapshot.month.previous) + snapshot.expenses(in: snapshot.month)
        return snapshot.openDebts.filter { debt in
            debt.monthlyPayment > .zero && !recent.contains { DebtDues.isPayment($0, of: debt) }
        }.total(\.monthlyPayment)
    }

    func insight(in ground: InsightGround) -> Insight {
        let reserved = planned > .zero ? " Saving and debt payments beside them take \(planned) a month." : ""
        return Insight(
            kind: .idleSurplus, subject: "all", period: ground.quarter,
            title: "About \(idle) a month has no plan yet",
            text: "On average of the last three full months, \(left) a month was left after payments.\(reserved) "
                + "About \(idle) a month is not planned for anything on record.",
            figures: [
                ground.figure(
                    "left", "Left a month, as usual", .money(left), ground.goals.typical.basis),
                ground.figure(
                    "planned", "Saving and debt payments beside the payments, a month", .money(planned),
                    "goals or the pace of savings, and instalments that are not entered"),
                ground.figure(
                    "amount", "Left a month and not planned for", .money(idle), "difference of the two"),
            ], impact: idle, bucket: 1 + [250_00, 500_00].count { idle.pence >= $0 })
    }
}
