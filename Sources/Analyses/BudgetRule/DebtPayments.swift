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

    /// Most debts that are looked for among the expenses; payments of any further ones count as not among them.
    public static let mostDebts = 100

    /// Expenses that already are debt payments.
    public private(set) var matches: [Match] = []
    /// Instalments that no expense stands for.
    public private(set) var instalments: Money = .zero
    /// Extra payments that no expense stands for.
    public private(set) var extras: Money = .zero

    /// The payments of `debts` beside a month's expenses.
    init(of debts: [Debt], among expenses: some Sequence<Expense>) {
        var free = FreeExpenses(expenses)
        let open = debts.filter(\.isOpen)
        for debt in open.prefix(Self.mostDebts) { add(debt, from: &free) }
        let others = open.dropFirst(Self.mostDebts)
        instalments += others.total { max($0.monthlyPayment, .zero) }
        extras += others.total { max($0.extraPayment, .zero) }
    }

    private mutating func add(_ debt: Debt, from free: inout FreeExpenses) {
        let (instalment, extra) = (max(debt.monthlyPayment, .zero), max(debt.extraPayment, .zero))
        if instalment > .zero, extra > .zero, let both = free.take(instalment + extra, of: debt.name) {
            matches.append(Match(debt: debt, expense: both, part: .both))
            return
        }
        let paid = free.take(instalment, of: debt.name)
        let over = free.take(extra, of: debt.name)
        if let paid { matches.append(Match(debt: debt, expense: paid, part: .instalment)) }
        if let over { matches.append(Match(debt: debt, expense: over, part: .extra)) }
        if paid == nil { instalments += instalment }
        if over == nil { extras += extra }
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

/// Expenses that stand for no debt yet.
private struct FreeExpenses {
    private var expenses: [Expense]
    private var read: [String: NameWords] = [:]

    init(_ expenses: some Sequence<Expense>) { self.expenses = Array(expenses) }

    /// Takes the expense of a like name whose amount is closest, the earliest of equals; none for no amount.
    mutating func take(_ amount: Money, of name: String) -> Expense? {
        guard amount > .zero else { return nil }
        func gap(_ index: Int) -> Money { (expenses[index].amount - amount).magnitude }
        let own = words(name)
        var near: [Int] = []
        for index in expenses.indices where gap(index) <= DebtPayments.tolerance {
            if own.matches(words(expenses[index].name)) { near.append(index) }
        }
        return near.min { (gap($0), $0) < (gap($1), $1) }.map { expenses.remove(at: $0) }
    }

    private mutating func words(_ name: String) -> NameWords {
        if let words = read[name] { return words }
        let words = NameWords(name)
        read[name] = words
        return words
    }
}
