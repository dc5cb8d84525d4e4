public import Finance

/// What this month still leaves to spend, each item shown:
/// income received and to come − committed − debt payments due − the goals' monthly targets − spent.
///
/// The income to come counts only where it is dated. What is already received counts too, since otherwise a month whose
/// pay has arrived would have nothing to spend.
public struct LeftToSpend: Sendable, Hashable {
    /// Income dated in the month up to today.
    public let received: Money
    /// Income after today that is entered, or the next of what repeats.
    public let incomeToCome: Money
    /// Payments after today that are entered, or the next of what repeats.
    public let committed: Money
    /// Payments due on debts that are not entered as expenses.
    public let debtPayments: Money
    /// The monthly targets of the goals that are open.
    public let goals: Money
    /// Payments dated in the month up to today.
    public let spent: Money
    /// Days of the month that are left, today included.
    public let daysLeft: Int
    /// What is usually spent in these days beyond what is committed; nil when nothing is forecast.
    public let usual: Money?

    /// The outcome; nil when no income is in sight, since then it cannot be told.
    public var amount: Money? {
        guard received + incomeToCome > .zero else { return nil }
        return received + incomeToCome - committed - debtPayments - goals - spent
    }

    /// The outcome for each day that is left, rounded down; nil when nothing is left.
    public var perDay: Money? {
        guard let amount, amount > .zero else { return nil }
        return Money(pence: amount.pence / Int64(daysLeft))
    }

    /// What is left at the month's end when the days that are left are as usual.
    public var afterUsual: Money? {
        guard let amount, let usual else { return nil }
        return amount - usual
    }

    var json: JSON {
        [
            "received": .money(received), "incomeToCome": .money(incomeToCome), "committed": .money(committed),
            "debtPayments": .money(debtPayments), "goals": .money(goals), "spent": .money(spent),
            "left": .money(orNull: amount), "daysLeft": .int(Int64(daysLeft)), "perDay": .money(orNull: perDay),
            "usual": .money(orNull: usual), "afterUsual": .money(orNull: afterUsual),
        ]
    }
}
