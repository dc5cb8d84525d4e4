public import Finance

/// What is paid again and again: totals, subscriptions, price rises, payments that were expected and did not come, next
/// days, and entries that look made twice. The backend stores every occurrence, so nothing here is added to what was
/// spent: a yearly or monthly amount is our own estimate and says so.
public struct ExpenseAudit: Sendable, Hashable {
    /// One payment of the coming days.
    public struct Coming: Sendable, Hashable {
        /// The day.
        public let day: Day
        /// Whose payment it is.
        public let series: RecurringSeries
        /// What it will be.
        public let amount: Money
        /// Whether it is entered already, or only expected.
        public let isEntered: Bool
    }

    /// Entries that look made twice.
    public struct Doubled: Sendable, Hashable {
        /// What they are called.
        public let name: String
        /// The amount of each.
        public let amount: Money
        /// The day of the first.
        public let day: Day
        /// How many there are.
        public let count: Int
        /// By how much the month's sum is too high if they are one payment.
        public var excess: Money { Money(pence: amount.pence * Int64(count - 1)) }
    }

    /// Days that are looked ahead.
    public static let daysAhead = 31

    /// Series that go on, dearest in a year first; dismissed ones are left out of this and of every figure.
    public let series: [RecurringSeries]
    /// Those that have ended.
    public let stopped: [RecurringSeries]
    /// Those the person dismissed, by key.
    public let dismissed: [RecurringSeries]
    /// Payments of the coming days, soonest first.
    public let coming: [Coming]
    /// Expenses that look entered twice.
    public let doubled: [Doubled]
    let snapshot: Snapshot

    /// The audit of all expenses, under what the person decided.
    public init(of snapshot: Snapshot) {
        let all = RecurringSeries.all(in: snapshot)
        let isDismissed = { (one: RecurringSeries) in snapshot.decisions.decision(on: one.key) == .dismissed }
        let kept = all.filter { !isDismissed($0) }
        let running = kept.filter { $0.status != .stopped }
        self.snapshot = snapshot
        dismissed = all.filter(isDismissed)
        series = running.sorted { ($1.yearly, $0.key) < ($0.yearly, $1.key) }
        stopped = kept.filter { $0.status == .stopped }
        coming = Self.coming(running, snapshot.today)
        doubled = Self.doubled(in: snapshot)
    }

    /// Series that are subscriptions.
    public var subscriptions: [RecurringSeries] { series.filter(\.isSubscription) }
    /// Series whose price rose, the costliest rise first.
    public var rises: [(series: RecurringSeries, rise: PriceRise)] {
        series.compactMap { one in one.rise.map { (one, $0) } }
            .sorted { ($1.rise.yearly, $0.series.key) < ($0.rise.yearly, $1.series.key) }
    }
    /// Series whose expected payment is not on record, the longest overdue first.
    public var missing: [(series: RecurringSeries, expected: Day)] {
        series.compactMap { one in
            guard case .missing(let day) = one.status else { return nil }
            return (one, day)
        }
        .sorted { ($0.expected, $0.series.key) < ($1.expected, $1.series.key) }
    }

    /// What the person said about a series.
    public func decision(on series: RecurringSeries) -> SeriesDecisions.Decision {
        snapshot.decisions.decision(on: series.key)
    }

    private static func coming(_ series: [RecurringSeries], _ today: Day) -> [Coming] {
        let last = today.advanced(by: daysAhead)
        return series.flatMap { one in
            let entered = Dictionary(one.entered.map { ($0.day, $0.amount) }, uniquingKeysWith: +)
            return one.nextDays(daysAhead).filter { $0 <= last }.map { day in
                Coming(day: day, series: one, amount: entered[day] ?? one.amount, isEntered: entered[day] != nil)
            }
        }
        .sorted { ($0.day, $0.series.key) < ($1.day, $1.series.key) }
    }

    private static func doubled(in snapshot: Snapshot) -> [Doubled] {
        let expenses = Dictionary(snapshot.expenses.map { ($0.id, $0) }) { first, _ in first }
        return snapshot.suspectedDuplicates.compactMap { ids in
            guard let first = ids.first.flatMap({ expenses[$0] }) else { return nil }
            return Doubled(name: first.name, amount: first.amount, day: Day(first.fallsOn), count: ids.count)
        }
        .sorted { ($1.day, $1.excess, $0.name) < ($0.day, $0.excess, $1.name) }
    }
}
