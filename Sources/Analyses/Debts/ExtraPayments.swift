public import Finance

/// Money paid above all minimums.
public struct ExtraPayments: Sendable, Hashable {
    /// Paid every month.
    public let monthly: Money
    /// Paid once, by month of the plan; 1 is the first.
    public let lumpSums: [Int: Money]
    /// Withheld from the first of this money until so much was kept back, for something else.
    private var heldBack: Money

    /// Amounts below zero count as none, amounts beyond what is believed as the most that is.
    public init(monthly: Money = .zero, lumpSums: [Int: Money] = [:], heldBack: Money = .zero) {
        func believed(_ amount: Money) -> Money { min(max(amount, .zero), .limit) }
        self.monthly = believed(monthly)
        self.lumpSums = lumpSums.filter { $0.key >= 1 && $0.value > .zero }.mapValues(believed)
        self.heldBack = believed(heldBack)
    }

    /// Nothing above the minimums.
    public static let none = ExtraPayments()

    /// The pence of a month, less what is withheld.
    mutating func take(in month: Int) -> Int64 {
        let due = monthly.pence + (lumpSums[month]?.pence ?? 0)
        let kept = min(heldBack.pence, due)
        heldBack.pence -= kept
        return due - kept
    }
}
