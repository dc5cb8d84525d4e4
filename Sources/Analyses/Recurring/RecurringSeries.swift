public import Finance

/// What was paid for one thing on one day.
public struct SeriesPayment: Sendable, Hashable {
    /// The day.
    public let day: Day
    /// The sum of that day's records.
    public let amount: Money
    /// Ids of those records.
    public let ids: [String]
}

/// One thing that is paid for again and again.
public struct RecurringSeries: Sendable, Hashable {
    /// How it is known to repeat.
    public enum Source: String, Sendable, Hashable {
        /// The records say so themselves, or their days do.
        case labelled, found
    }

    /// Whether the next payment came.
    public enum Status: Sendable, Hashable {
        /// Nothing is overdue.
        case running
        /// The payment expected on this day is not on record, and its tolerance is over.
        case missing(Day)
        /// Two payments are not on record; it seems to have ended.
        case stopped
    }

    /// Stable from night to night: the rhythm and the telling words of the name.
    public internal(set) var key: String
    /// The name as typed last.
    public let name: String
    /// How often.
    public let cadence: Cadence
    /// How it is known.
    public let source: Source
    /// Payments up to today, oldest first.
    public let paid: [SeriesPayment]
    /// Payments entered for later days, soonest first.
    public let entered: [SeriesPayment]
    /// Whether its name is that of a subscription.
    public let isSubscription: Bool
    /// Whether the next payment came.
    public let status: Status
    /// The price rise of the last year that still holds.
    public let rise: PriceRise?
    private let today: Day

    /// Payments that say what a varying amount usually is.
    static let recent = 6

    init(key: String, name: String, cadence: Cadence, source: Source, payments: [SeriesPayment], today: Day) {
        self.key = key
        self.name = name
        self.cadence = cadence
        self.source = source
        self.today = today
        paid = payments.filter { $0.day <= today }
        entered = payments.filter { $0.day > today }
        isSubscription = SubscriptionWords.isSubscription(name)
        status = Self.status(last: paid.last?.day, hasNext: !entered.isEmpty, cadence, today)
        rise = PriceRise(in: paid, cadence: cadence, today: today)
    }

    private static func status(last: Day?, hasNext: Bool, _ cadence: Cadence, _ today: Day) -> Status {
        guard let last, !hasNext else { return .running }
        func isOver(_ count: Int) -> Bool {
            today > cadence.day(after: last, count: count).advanced(by: cadence.tolerance)
        }
        if isOver(2) { return .stopped }
        return isOver(1) ? .missing(cadence.day(after: last)) : .running
    }
}

extension RecurringSeries {
    /// Amounts that say what the next one will be: of the last payments, or of those entered when none is paid yet.
    private var recentAmounts: [Money] {
        (paid.isEmpty ? entered : paid).suffix(Self.recent).map(\.amount)
    }

    /// Whether the recent amounts hardly vary: their median deviation is a twentieth at most.
    public var isSteady: Bool { recentAmounts.spread.pence * 20 <= recentAmounts.median.pence }

    /// One payment: the latest where amounts are steady, else the median of the last six.
    public var amount: Money { isSteady ? recentAmounts.last ?? .zero : recentAmounts.median }

    /// Our estimate of a year: one payment times 52, 12 or 1.
    public var yearly: Money { Money(pence: amount.pence * cadence.perYear) }

    /// Our estimate of a month: a twelfth of the year, half a penny rounded up.
    public var monthly: Money { Money(pence: (yearly.pence * 2 + 12) / 24) }

    /// What was really paid in the twelve months up to today.
    public var paidInYear: Money { paid.filter { $0.day > today.advanced(byMonths: -12) }.total(\.amount) }

    /// The next `count` days after today: those entered, then those expected at the rhythm; none when it has ended.
    public func nextDays(_ count: Int) -> [Day] {
        guard status != .stopped, let last = entered.last ?? paid.last else { return [] }
        var days = entered.prefix(count).map(\.day)
        var step = 1
        while days.count < count {
            let day = cadence.day(after: last.day, count: step)
            if day > today { days.append(day) }
            step += 1
        }
        return days
    }
}
