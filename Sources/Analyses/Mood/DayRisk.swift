public import Finance

/// Whether tomorrow is likely to be a day above the person's own usual day, or why that cannot be told.
///
/// The records have dates and no clock time, so a day is the finest there is. Looked at are the weekday, payments known
/// for the day, days since the last receipt and, with `leastMoodDays` of them, the mood of the day before. A usual day is
/// the median of the days so far, days without spending among them. The same method is tried on the person's own past
/// days with nothing that was known later; its error is part of the answer. It abstains when the history is short or
/// when it does no better than always saying the same. For the person alone, as moods are.
public struct DayRisk: Sendable, Hashable {
    /// Fewest days on record.
    public static let leastDays = 60
    /// Fewest of them with spending.
    public static let leastSpendingDays = 20
    /// Fewest of them with a mood before moods are looked at.
    public static let leastMoodDays = 30
    /// Points in a hundred by which it must beat always saying the same.
    public static let margin = 5

    /// Tomorrow.
    public let day: Day
    /// Whether it is likely to be above the usual; nil when it abstains.
    public let isLikely: Bool?
    /// Why it abstains; nil when it does not.
    public let reason: String?
    /// The person's own usual day; nil when the history is short.
    public let usual: Money?
    /// Payments entered or expected for tomorrow, whether it abstains or not.
    public let dues: Money
    /// Days on record up to yesterday, at most a year of them.
    public let days: Int
    /// Those with spending.
    public let spendingDays: Int
    /// Past days that were told.
    public let tested: Int
    /// Those told rightly.
    public let right: Int
    /// Those that always saying the more common answer would have told rightly.
    public let baseRight: Int
    /// Whether moods were looked at.
    public let usesMood: Bool
    let snapshot: Snapshot

    /// Tomorrow, by the day on which the snapshot was read; without a log moods are not looked at.
    public init(of snapshot: Snapshot, mood: MoodLog? = nil) {
        let history = DayHistory(of: snapshot, moods: mood?.days ?? [:])
        let tomorrow = snapshot.today.advanced(by: 1)
        let spending = history.spent.count { $0 > .zero }
        let usesMood = history.moodDays >= Self.leastMoodDays
        let short = Self.shortness(days: history.spent.count, spending: spending)
        let trial = short == nil ? DayTrial(history, withMood: usesMood) : nil
        self.snapshot = snapshot
        day = tomorrow
        days = history.spent.count
        spendingDays = spending
        dues = history.dues(on: tomorrow)
        usual = trial?.usual
        tested = trial?.score.tested ?? 0
        right = trial?.score.right ?? 0
        baseRight = trial?.score.baseRight ?? 0
        self.usesMood = usesMood && trial != nil
        isLikely = trial.flatMap { $0.score.hasSkill ? $0.isLikely : nil }
        reason = short ?? (isLikely == nil ? Self.noSkill : nil)
    }

    /// Share of past days told rightly, per cent; nil when none was told.
    public var rightShare: Double? { tested > 0 ? Double(right) * 100 / Double(tested) : nil }
    /// The same for always saying the more common answer.
    public var baseShare: Double? { tested > 0 ? Double(baseRight) * 100 / Double(tested) : nil }

    private static let noSkill =
        "on your own past days this is not right clearly more often than always saying the same, by \(margin) points"

    private static func shortness(days: Int, spending: Int) -> String? {
        if days < leastDays { return "it needs \(leastDays) days of records; there are \(days)" }
        guard spending < leastSpendingDays else { return nil }
        return "it needs \(leastSpendingDays) days with spending; there are \(spending)"
    }
}
