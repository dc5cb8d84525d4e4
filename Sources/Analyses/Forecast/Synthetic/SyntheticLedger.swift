public import Finance

/// Double-entry books of one invented household: every amount leaves one account and enters another.
public struct SyntheticLedger: Sendable, Hashable, Codable {
    /// Where money can be.
    public enum Account: Sendable, Hashable, Codable {
        /// What the household holds.
        case current, savings
        /// Where it comes from: what was there before, and income by name.
        case opening, income(String)
        /// Where it goes, by category.
        case spending(String)
    }

    /// One movement.
    public struct Entry: Sendable, Hashable, Codable {
        /// The day it is booked on.
        public let day: Day
        /// The account it leaves.
        public let from: Account
        /// The account it enters.
        public let to: Account
        /// How much; above zero.
        public let amount: Money
    }

    /// Every movement in the order in which it was made up.
    public private(set) var entries: [Entry] = []

    /// What is in an account after the last entry.
    public func balance(of account: Account) -> Money {
        entries.reduce(.zero) { sum, entry in
            sum + (entry.to == account ? entry.amount : .zero) - (entry.from == account ? entry.amount : .zero)
        }
    }

    /// Every account that is named.
    public var accounts: Set<Account> { Set(entries.flatMap { [$0.from, $0.to] }) }

    mutating func book(_ amount: Money, from: Account, to: Account, on day: Day) {
        entries.append(Entry(day: day, from: from, to: to, amount: amount))
    }
}
