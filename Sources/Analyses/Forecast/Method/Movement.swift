import Finance
import FoundationEssentials

/// A receipt or a payment as forecasting sees it.
struct Movement: Sendable, Hashable {
    let name: String
    /// The resolved category of a payment; nil is "Uncategorised", and a receipt has none.
    let group: String?
    let amount: Money
    let day: Day
    /// The day it was entered. An occurrence that the backend makes ahead is known before its day, a record entered
    /// afterwards only later: a forecast made on a day may look at nothing entered after that day.
    let knownFrom: Day
    /// nil for a one-off.
    let rhythm: Rhythm?
}

extension Movement {
    /// A payment of a snapshot read on `today`, when everything in it was known at the latest.
    init(_ expense: Expense, today: Day) {
        self.init(
            name: expense.name, group: expense.category, amount: expense.amount, day: Day(expense.fallsOn),
            knownFrom: min(Day(expense.createdAt ?? expense.fallsOn), today), rhythm: Rhythm(expense.frequency))
    }

    /// A receipt of a snapshot read on `today`.
    init(_ income: Income, today: Day) {
        self.init(
            name: income.name, group: nil, amount: income.amount, day: Day(income.receivedOn),
            knownFrom: min(Day(income.createdAt ?? income.receivedOn), today), rhythm: Rhythm(income.frequency))
    }

    /// A movement still to come: entered already, or expected because its series goes on.
    struct Ahead: Sendable, Hashable {
        let name: String
        /// Index into the book's groups.
        let group: Int
        let amount: Money
        let day: Day
        let isEntered: Bool
        let isOneOff: Bool
    }
}
