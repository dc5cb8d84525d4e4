public import Finance

/// One ISO week: what came in and went out by day, beside the week before and a usual week. In a week that is not over,
/// payments dated after today are told apart as still to come; the comparison is then with the same days of the week
/// before, so that a Tuesday is not held against a whole week.
public struct WeeklySummary: Sendable, Hashable {
    /// What one kind of record adds up to.
    public struct Flow: Sendable, Hashable {
        /// Dated up to today, and how many records that is.
        public internal(set) var soFar: Money = .zero
        /// How many records `soFar` is.
        public internal(set) var count = 0
        /// Dated after today.
        public internal(set) var toCome: Money = .zero
        /// How many records `toCome` is.
        public internal(set) var countToCome = 0
    }

    /// Full weeks that make a usual one.
    public static let usualWeeks = 8
    /// Most categories and payments that are shown one by one.
    public static let rows = 5

    /// The week.
    public let week: ISOWeek
    /// Whether today lies in it.
    public let isRunning: Bool
    /// What came in, what went out.
    public let income, expenses: Flow
    /// Expenses of the whole week before; nil when none is recorded.
    public let previous: Money?
    /// Expenses of the week before up to the same day of the week; all of it for a week that is over.
    public let previousSameDays: Money?
    /// The median of the last eight weeks that were over before this one; nil when records do not go back so far.
    public let usual: Money?
    /// Payments up to today by category, largest first.
    public let categories: [SpendingGroup]
    /// Payments up to today, largest first.
    public let payments: [Expense]
    /// Payments still to come, soonest first.
    public let upcoming: [Expense]
    let snapshot: Snapshot

    /// The summary of `week`, the one that holds the snapshot's day unless given.
    public init(of snapshot: Snapshot, week: ISOWeek? = nil) {
        let today = snapshot.today
        let week = week ?? ISOWeek(containing: today)
        let all = snapshot.expenses(in: week)
        let paid = all.filter { Day($0.fallsOn) <= today }
        self.snapshot = snapshot
        self.week = week
        isRunning = week.contains(today)
        income = Flow(snapshot.incomes(in: week).map { (Day($0.receivedOn), $0.amount) }, today)
        expenses = Flow(all.map { (Day($0.fallsOn), $0.amount) }, today)
        let before = snapshot.expenses(in: week.previous)
        let sameDay = min(today.advanced(by: -7), week.previous.lastDay)
        let comparable = before.filter { Day($0.fallsOn) <= sameDay }
        previous = before.isEmpty ? nil : before.total(\.amount)
        previousSameDays = comparable.isEmpty ? nil : comparable.total(\.amount)
        usual = Self.usual(before: week, in: snapshot)
        categories = Dictionary(grouping: paid, by: \.category)
            .map { SpendingGroup(name: $0, amount: $1.total(\.amount), count: $1.count) }
            .sorted { ($1.amount, $0.name ?? "\u{10FFFF}") < ($0.amount, $1.name ?? "\u{10FFFF}") }
        payments = paid.sorted { ($1.amount, $0.id) < ($0.amount, $1.id) }
        upcoming = all.filter { Day($0.fallsOn) > today }
    }

    /// Change of expenses up to today on the same days of the week before.
    public var growth: Growth { Growth(from: previousSameDays ?? .zero, to: expenses.soFar) }

    /// The middle two of eight sums, halved; half a penny counts up.
    private static func usual(before week: ISOWeek, in snapshot: Snapshot) -> Money? {
        let base = min(week, ISOWeek(containing: snapshot.today))
        let weeks = (1...usualWeeks).map { base.advanced(by: -$0) }
        let starts = [snapshot.incomes.first?.receivedOn, snapshot.expenses.first?.fallsOn].compactMap(\.self)
        guard let oldest = weeks.last, let first = starts.min(), Day(first) <= oldest.firstDay else { return nil }
        let recent = snapshot.expenses.filter { (oldest.firstDay..<base.firstDay).contains(Day($0.fallsOn)) }
        let sums = Dictionary(grouping: recent) { ISOWeek(containing: $0.fallsOn) }.mapValues { $0.total(\.amount) }
        let sorted = weeks.map { sums[$0] ?? .zero }.sorted()
        let middle = sorted[usualWeeks / 2 - 1] + sorted[usualWeeks / 2]
        return Money(pence: (middle.pence + 1) >> 1)
    }
}

extension WeeklySummary.Flow {
    fileprivate init(_ records: [(day: Day, amount: Money)], _ today: Day) {
        for record in records {
            if record.day <= today {
                soFar += record.amount
                count += 1
            } else {
                toCome += record.amount
                countToCome += 1
            }
        }
    }
}
