public import Finance

/// One month's money divided into slices, each with its share of the income.
public struct BudgetSplit: Sendable, Hashable {
    /// What the shares are of; nil when none is recorded.
    public let income: Money?
    /// The four slices that money went to, or was planned for.
    private var used: [BudgetSlice: Money] = [:]

    /// Nothing spent yet of an income.
    init(income: Money?) { self.income = income }

    /// Adds an amount to a part, or to what is not classified.
    mutating func add(_ amount: Money, to bucket: Bucket?) {
        let slice = bucket.flatMap { BudgetSlice(rawValue: $0.rawValue) } ?? .unknown
        used[slice, default: .zero] += amount
    }

    /// Everything but what is unallocated.
    public var total: Money { used.values.total(\.self) }

    /// The amount of a slice; nil for unallocated income when no income is recorded.
    public func amount(of slice: BudgetSlice) -> Money? {
        slice == .unallocated ? income.map { $0 - total } : used[slice] ?? .zero
    }

    /// By how much the slices go beyond the income; zero when they do not.
    public var overspent: Money? { income.map { max(.zero, total - $0) } }

    /// Shares of the income by slice, which sum to exactly 100.0 %: overspending makes `unallocated` negative.
    /// nil when there is no income above zero, or when it is so small that shares mean nothing.
    public var shares: [BudgetSlice: Rate]? {
        guard let income, income > .zero else { return nil }
        let slices = BudgetSlice.allCases
        let rates = ExactShares.rates(of: slices.map { amount(of: $0) ?? .zero }, in: income)
        return rates.map { Dictionary(uniqueKeysWithValues: zip(slices, $0)) }
    }
}

/// Shares in tenths of a per cent by the largest remainder: each is rounded down, then the tenths that are missing go
/// to those that lost most, the earlier one first when two lost the same. Whole numbers throughout.
enum ExactShares {
    /// A share beyond this, a trillion per cent, is of an income that is a slip of the finger.
    static let limit: Int128 = 10_000_000_000_000

    /// The shares of amounts that sum to `whole`, which is above zero; they sum to 100.0 %. nil beyond the limit.
    static func rates(of amounts: [Money], in whole: Money) -> [Rate]? {
        let divisor = Int128(whole.pence)
        var tenths = amounts.map { floored(Int128($0.pence) * 1_000, divisor) }
        guard tenths.allSatisfy({ $0.magnitude <= limit.magnitude }) else { return nil }
        let lost = zip(amounts, tenths).map { Int128($0.pence) * 1_000 - $1 * divisor }
        let missing = 1_000 - tenths.reduce(0, +)
        let order = tenths.indices.sorted { (-lost[$0], $0) < (-lost[$1], $1) }
        for index in order.prefix(Int(clamping: missing)) { tenths[index] += 1 }
        return tenths.map { Rate(basisPoints: Int($0) * 10) }
    }

    private static func floored(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}
