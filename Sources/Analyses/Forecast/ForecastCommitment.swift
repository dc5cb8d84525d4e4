public import Finance

/// A payment that is still to come on a known day.
public struct ForecastCommitment: Sendable, Hashable {
    /// What the person calls it.
    public let name: String
    /// The day it falls on.
    public let day: Day
    /// As entered, or as the last of its kind was.
    public let amount: Money
    /// Whether it is entered already; otherwise it is the next of a series that repeats.
    public let isEntered: Bool

    init(_ ahead: Movement.Ahead) {
        name = ahead.name
        day = ahead.day
        amount = ahead.amount
        isEntered = ahead.isEntered
    }

    var json: JSON {
        [
            "name": .string(name), "on": .string(day.description), "amount": .money(amount),
            "isEntered": .bool(isEntered),
        ]
    }
}
