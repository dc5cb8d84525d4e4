public import Finance

/// The payments of open debts, told apart from expenses that already are those payments, so that nothing counts twice.
/// An expense is taken for a debt's payment when all telling words of one name are in the other and the amounts differ
/// by £1 at most; each expense stands for one debt. What was taken is listed, so that the person can see it.
public struct DebtPayments: Sendable, Hashable {
    /// Which payment an expense stands for: the instalment, the extra payment, or both in one.
    public enum Part: String, Sendable, Hashable {
        /// What is due each month, what is paid beyond it, and the two together.
        case instalment, extra, both
    }

    /// One expense that already is a debt's payment.
    public struct Match: Sendable, Hashable {
        /// The debt.
        public let debt: Debt
        /// The expense that pays it.
        public let expense: Expense
        /// What it pays.
        public let part: Part
    }

    /// How far the amounts may lie apart.
    public static let tolerance = Money(pence: 1_00)

    /// Expenses that already are debt payments.
    public private(set) var matches: [Match] = []
    /// Instalments that no expense stands for.
    public private(set) var instalments: Money = .zero
    /// Extra payments that no expense stands for.
    public private(set) var extras: Money = .zero

    /// The payments of `debts` beside a month's expenses.
    init(of debts: [Debt], among expenses: some Sequence<Expense>) {
        var free = Array(expenses)
        func take(_ amount: Money, _ debt: Debt, _ part: Part) -> Match? {
            let words = NameWords(debt.name)
            func gap(_ index: Int) -> Money { (free[index].amount - amount).magnitude }
            let near = free.indices.filter { gap($0) <= Self.tolerance && words.matches(NameWords(free[$0].name)) }
            // The closest amount, then the earliest expense.
            let best = near.min { (gap($0), $0) < (gap($1), $1) }
            return best.map { Match(debt: debt, expense: free.remove(at: $0), part: part) }
        }
        for debt in debts where debt.isOpen {
            let (instalment, extra) = (max(debt.monthlyPayment, .zero), max(debt.extraPayment, .zero))
            let hasBoth = instalment > .zero && extra > .zero
            if hasBoth, let match = take(instalment + extra, debt, .both) {
                matches.append(match)
                continue
            }
            let paid = instalment > .zero ? take(instalment, debt, .instalment) : nil
            let over = extra > .zero ? take(extra, debt, .extra) : nil
            matches += [paid, over].compactMap(\.self)
            if paid == nil { instalments += instalment }
            if over == nil { extras += extra }
        }
    }

    /// The parts an unclassified expense counts in because it is a debt's payment: instalments are needs, what is paid
    /// beyond them is debt reduction and stands with savings.
    static func parts(of match: Match) -> [(Bucket, Money)] {
        switch match.part {
        case .instalment: [(.needs, match.expense.amount)]
        case .extra: [(.savings, match.expense.amount)]
        case .both:
            [(.needs, match.expense.amount - match.debt.extraPayment), (.savings, match.debt.extraPayment)]
        }
    }
}
