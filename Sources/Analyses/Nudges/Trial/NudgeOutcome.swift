public import Finance
public import FoundationEssentials

/// One message of the trial at the moment it was delivered, or would have been.
public struct NudgeExposure: Sendable, Hashable, Codable {
    /// Which side.
    public let arm: HoldOut.Arm
    /// The ISO week that decided the side, `2026-W47`.
    public let week: String
    /// Whose spending is looked at.
    public let category: String
    /// When.
    public let at: Date
    /// The person's own calendar day then.
    public let day: Day
}

/// What was spent on the category of a message in the two windows after it.
public struct NudgeOutcome: Sendable, Hashable, Codable {
    /// How long after a message spending is looked at.
    public enum Window: String, Sendable, Hashable, Codable, CaseIterable {
        /// Two hours from the moment, by when payments were entered: the only time of day the records have.
        case twoHours = "two_hours"
        /// The calendar day, by the date of the payment.
        case day
    }

    /// Length of the short window, seconds.
    public static let short: TimeInterval = 7_200
    /// Most spending of one window that is believed; one slip of the keyboard must not decide a mean.
    public static let most = Money(pence: 10_000_00)
    /// Whole days after the day before it is looked at, so that what is entered the morning after counts.
    public static let grace = 1

    /// Which side.
    public let arm: HoldOut.Arm
    /// The ISO week that decided the side.
    public let week: String
    /// Entered in the two hours, of what falls on that day or before.
    public let twoHours: Money
    /// Dated that day.
    public let day: Money

    /// nil as long as a window may still change.
    public init?(of exposure: NudgeExposure, in snapshot: Snapshot) {
        guard snapshot.today > exposure.day.advanced(by: Self.grace) else { return nil }
        let own = snapshot.expenses.filter { $0.category == exposure.category && Day($0.fallsOn) <= exposure.day }
        let end = exposure.at.addingTimeInterval(Self.short)
        self.init(
            arm: exposure.arm, week: exposure.week,
            twoHours: own.filter { $0.createdAt.map { $0 >= exposure.at && $0 < end } ?? false }.total(\.amount),
            day: own.filter { Day($0.fallsOn) == exposure.day }.total(\.amount))
    }

    init(arm: HoldOut.Arm, week: String, twoHours: Money, day: Money) {
        self.arm = arm
        self.week = week
        self.twoHours = min(max(twoHours, .zero), Self.most)
        self.day = min(max(day, .zero), Self.most)
    }

    /// Spent in a window.
    public func spent(in window: Window) -> Money {
        switch window {
        case .twoHours: twoHours
        case .day: day
        }
    }
}
