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
    init(_ expense: Expense) {
        self.init(
            name: expense.name, group: expense.category, amount: expense.amount, day: Day(expense.fallsOn),
            knownFrom: Day(expense.createdAt ?? expense.fallsOn), rhythm: Rhythm(expense.frequency))
    }

    init(_ income: Income) {
        self.init(
            name: income.name, group: nil, amount: income.amount, day: Day(income.receivedOn),
            knownFrom: Day(income.createdAt ?? income.receivedOn), rhythm: Rhythm(income.frequency))
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
