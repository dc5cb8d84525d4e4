/// Payments of one month that share a name or a category.
public struct SpendingGroup: Sendable, Hashable {
    /// What they share; nil is "no category".
    public var name: String?
    /// Their sum.
    public var amount: Money
    /// How many they are.
    public var count: Int

    /// A group with every part given.
    public init(name: String?, amount: Money, count: Int) {
        self.name = name
        self.amount = amount
        self.count = count
    }
}

extension Snapshot {
    /// A month's payments by resolved category, largest first; those without one are the group named nil.
    public func spendingByCategory(in month: Month) -> [SpendingGroup] { groups(in: month, by: \.category) }

    /// A month's payments by name as the app's detail screen groups them, largest first.
    public func spendingByName(in month: Month) -> [SpendingGroup] { groups(in: month) { $0.name } }

    private func groups(in month: Month, by key: (Expense) -> String?) -> [SpendingGroup] {
        Dictionary(grouping: expenses(in: month), by: key)
            .map { SpendingGroup(name: $0, amount: $1.total(\.amount), count: $1.count) }
            .sorted { ($1.amount, $0.name ?? "\u{10FFFF}") < ($0.amount, $1.name ?? "\u{10FFFF}") }
    }
}
