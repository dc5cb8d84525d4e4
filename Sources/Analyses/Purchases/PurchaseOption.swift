public import Finance

/// One thing that could be bought, as the person describes it.
public struct PurchaseOption: Sendable, Hashable {
    /// Most months of a cost that goes on, ten years.
    public static let mostMonths = 120

    /// What it is, in the person's words; data, never instruction.
    public let name: String
    /// Paid at once.
    public let price: Money
    /// Paid each month, the first time at once; nil for nothing.
    public let monthly: Money?
    /// For how many months; nil when no end is given.
    public let months: Int?

    /// An option; amounts below zero count as none, amounts beyond what is believed as the most that is.
    public init(name: String, price: Money, monthly: Money? = nil, months: Int? = nil) {
        func believed(_ amount: Money) -> Money { min(max(amount, .zero), .limit) }
        self.name = TypedText(name, limit: PurchaseCheck.longestItem).text
        self.price = believed(price)
        let part = monthly.map(believed)
        self.monthly = part.flatMap { $0 > .zero ? $0 : nil }
        self.months = self.monthly == nil ? nil : months.map { min(max($0, 1), Self.mostMonths) }
    }

    /// What is paid this month.
    public var first: Money { price + (monthly ?? .zero) }
    /// Everything that is paid; nil for a monthly cost without an end.
    public var total: Money? {
        guard let monthly else { return price }
        return months.map { price + Money(pence: monthly.pence * Int64($0)) }
    }
}
