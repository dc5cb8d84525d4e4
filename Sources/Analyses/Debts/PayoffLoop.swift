import Finance

/// The month loop (protocol 6.2), in whole pence.
///
/// 1. Interest on each open debt, `balance × yearly rate ÷ 12`, rounded half to even, is added.
/// 2. Each open debt is paid its minimum, or all of it when it is less.
/// 3. What is left of the month's budget goes down the order, to the next debt in the same month when one is cleared.
///
/// The budget is every minimum of the start and the extra money; without extra money there is no step 3.
/// Limits: 1,200 months; a balance above `ceiling` is never paid and stays as it is from there on, so that no sum
/// overflows.
struct PayoffLoop {
    static let longest = 1_200
    static let ceiling = 8 * Money.limit.pence
    /// Basis points of a yearly rate in one whole of a monthly one.
    private static let scale: Int64 = 120_000

    private let debts: [PlannedDebt]
    private let start: Month
    private var extra: ExtraPayments?
    private var balances: [Int64]
    private var rates: [Int64]
    private var charged: [Int64]
    private var months: [Int]
    private let minimums: [Int64]
    private var stalls: [PayoffPlan.Stall?]
    private var changes: [(month: Int, debt: Int, rate: Int64)]
    /// Places of the debts still owed, in the order in which extra money reaches them.
    private var open: [Int]
    private var remaining: [Int64] = []
    private var interest: [Int64] = [0]
    private var paid: Int64 = 0
    /// Sum of the balances that went above the ceiling.
    private var frozen: Int64 = 0

    /// A loop over `debts`; `extra` is nil when nothing is rolled over.
    init(_ debts: [PlannedDebt], order: [Int], extra: ExtraPayments?, start: Month) {
        self.debts = debts
        self.start = start
        self.extra = extra
        balances = debts.map(\.balance.pence)
        rates = debts.map { Int64($0.rate.basisPoints) }
        minimums = debts.map(\.minimum.pence)
        charged = Array(repeating: 0, count: debts.count)
        stalls = Array(repeating: nil, count: debts.count)
        months = Array(repeating: 0, count: debts.count)
        changes = debts.enumerated().flatMap { place, debt in
            debt.changes.map { ($0.month, place, Int64($0.rate.basisPoints)) }
        }
        changes.sort { $0.month > $1.month }
        open = order.filter { debts[$0].balance > .zero }
        remaining = [balances.reduce(0, +)]
    }

    /// `balance × basisPoints ÷ 120,000`, rounded half to even. `ceiling` times the highest rate fits 64 bits.
    static func interest(on balance: Int64, at basisPoints: Int64) -> Int64 {
        let (whole, rest) = (balance * basisPoints).quotientAndRemainder(dividingBy: scale)
        let twice = rest * 2
        return twice > scale || (twice == scale && whole & 1 == 1) ? whole + 1 : whole
    }

    /// Runs to the end or to a limit.
    mutating func run() -> PayoffPlan {
        let budget = minimums.reduce(0, +)
        var month = 0
        while !open.isEmpty, month < Self.longest {
            month += 1
            change(in: month)
            charge(in: month)
            let spent = payMinimums()
            if extra != nil { payExtra(budget - spent + (extra?.take(in: month) ?? 0)) }
            close(in: month)
        }
        return plan
    }

    private mutating func change(in month: Int) {
        while let next = changes.last, next.month <= month {
            rates[next.debt] = next.rate
            changes.removeLast()
        }
    }

    private mutating func charge(in month: Int) {
        var sum: Int64 = 0
        for place in open {
            let charge = Self.interest(on: balances[place], at: rates[place])
            balances[place] += charge
            charged[place] += charge
            sum += charge
            if minimums[place] <= charge, minimums[place] < balances[place], stalls[place] == nil {
                stalls[place] = PayoffPlan.Stall(month: month, interest: Money(pence: charge))
            }
        }
        interest.append(interest[interest.count - 1] + sum)
    }

    private mutating func payMinimums() -> Int64 {
        var spent: Int64 = 0
        for place in open {
            let payment = min(minimums[place], balances[place])
            balances[place] -= payment
            spent += payment
        }
        paid += spent
        return spent
    }

    private mutating func payExtra(_ budget: Int64) {
        var left = budget
        for place in open where left > 0 {
            let payment = min(left, balances[place])
            balances[place] -= payment
            left -= payment
        }
        paid += budget - left
    }

    private mutating func close(in month: Int) {
        var sum = frozen
        var isDone = false
        for place in open {
            let balance = balances[place]
            sum += balance
            if balance == 0 { months[place] = month }
            if balance > Self.ceiling { frozen += balance }
            isDone = isDone || balance == 0 || balance > Self.ceiling
        }
        remaining.append(sum)
        if isDone { open.removeAll { balances[$0] == 0 || balances[$0] > Self.ceiling } }
    }

    private var stalled: [String: PayoffPlan.Stall] {
        Dictionary(
            debts.indices.compactMap { place in stalls[place].map { (debts[place].id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private var plan: PayoffPlan {
        let cleared = debts.indices.sorted {
            let (a, b) = (months[$0] == 0 ? Int.max : months[$0], months[$1] == 0 ? Int.max : months[$1])
            return (a, debts[$0].name, debts[$0].id) < (b, debts[$1].name, debts[$1].id)
        }
        return PayoffPlan(
            start: start,
            payoffs: cleared.map {
                PayoffPlan.Payoff(
                    id: debts[$0].id, name: debts[$0].name, month: months[$0] == 0 ? nil : months[$0],
                    interest: Money(pence: charged[$0]))
            }, stalls: stalled, paid: Money(pence: paid), remaining: remaining, interest: interest)
    }
}
