public import Finance

/// A payment that went up and stayed up: at least 5 % and at least £1 above the median of the three before it, and paid
/// once more at the new level. A single high bill is no rise, and where the three before it already vary by more than a
/// twentieth (a metered bill) nothing is claimed.
public struct PriceRise: Sendable, Hashable {
    /// The level before, the median of three payments.
    public let before: Money
    /// The level now: the lower of the first two payments after the rise.
    public let after: Money
    /// The day of the first payment at the new level.
    public let since: Day
    /// What the difference comes to in a year at the payment's own rhythm.
    public let yearly: Money

    /// The least rise, per cent and pence.
    static let leastPercent: Int64 = 5
    static let leastPence: Int64 = 1_00

    /// The latest rise of a year before `today` that still holds; `payments` are up to today, oldest first.
    init?(in payments: [SeriesPayment], cadence: Cadence, today: Day) {
        guard payments.count >= 5, let latest = payments.last else { return nil }
        let starts = (3...payments.count - 2).reversed().filter { payments[$0].day > today.advanced(byMonths: -12) }
        let rises = starts.lazy.compactMap { start -> (Money, Money, Day)? in
            let before = payments[start - 3..<start].map(\.amount)
            let base = before.median
            let level = min(payments[start].amount, payments[start + 1].amount)
            let isSteady = before.spread.pence * 20 <= base.pence
            let begins = !Self.isRise(from: base, to: payments[start - 1].amount)
            guard isSteady, begins, Self.isRise(from: base, to: level), Self.isRise(from: base, to: latest.amount)
            else { return nil }
            return (base, level, payments[start].day)
        }
        guard let rise = rises.first else { return nil }
        (before, after, since) = rise
        yearly = Money(pence: (after - before).pence * cadence.perYear)
    }

    private static func isRise(from base: Money, to level: Money) -> Bool {
        let change = (level - base).pence
        return change >= leastPence && change * 100 >= base.pence * leastPercent
    }
}

extension [Money] {
    /// The middle amount, the lower of the two middle ones; an amount that was paid, never one in between.
    var median: Money { isEmpty ? .zero : sorted()[(count - 1) / 2] }

    /// The median absolute deviation from the median (MAD): what is usual about how far amounts lie apart.
    var spread: Money {
        let middle = median
        return map { ($0 - middle).magnitude }.median
    }
}
