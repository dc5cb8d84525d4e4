public import Finance

/// One day's spending on a category beside the same weekday before: the only thing a person is told about what a message
/// may have done. It compares the person with themselves and claims no cause.
public struct UsualDay: Sendable, Hashable {
    /// Weeks looked back, at most, and at least.
    public static let weeks = (most: 26, least: 8)

    /// The day.
    public let day: Day
    /// The category.
    public let category: String
    /// Spent that day.
    public let spent: Money
    /// The middle of the same weekdays before; nil with too few of them on record.
    public let usual: Money?
    /// What a quarter of them stayed at or under.
    public let quarter: Money?

    /// The day in a snapshot. Weekdays before the person's first payment are not counted as days without spending.
    public init(_ day: Day, of category: String, in snapshot: Snapshot) {
        let first = snapshot.expenses.first.map { Day($0.fallsOn) } ?? day
        let spent = Dictionary(
            snapshot.expenses.filter { $0.category == category }.map { (Day($0.fallsOn), $0.amount) },
            uniquingKeysWith: +)
        let before = (1...Self.weeks.most).map { day.advanced(by: -7 * $0) }.filter { $0 >= first }
        let amounts = before.map { spent[$0] ?? .zero }.sorted()
        let isEnough = amounts.count >= Self.weeks.least
        self.day = day
        self.category = category
        self.spent = spent[day] ?? .zero
        usual = isEnough ? Money.median(of: amounts) : nil
        quarter = isEnough ? amounts[(amounts.count + 3) / 4 - 1] : nil
    }

    /// How much less than usual; nil unless the day is below its quarter.
    public var less: Money? {
        guard let usual, let quarter, spent < quarter else { return nil }
        return usual - spent
    }

    /// The sentence; nil when there is nothing to say.
    public var sentence: String? {
        less.map { "You spent \($0) less than your usual for this day on \(String.quoted(category)), \(day.words)." }
    }
}
