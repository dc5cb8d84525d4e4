public import Finance
public import FoundationEssentials

/// When a person wants to look at their plan, and how reminders of it went.
///
/// Due are the days one cadence apart, counted from the last check-in. One reminder goes out for a due day; a night that
/// was missed is made up for once. A reminder is ignored when the next due day comes without a check-in. After
/// `mostIgnored` in a row nothing is sent until the person does something in the app again. A reminder is not a check-in.
///
/// ```
///              due                        due, and ignored fewer than three
///   [ waiting ] ──▶ reminded ─────────────────────────────▶ reminded
///        ▲              │ due, the third ignored                │
///        │ check-in     └──────────▶ [ silent ] ◀───────────────┘
///        └───────────────────────────────┘ check-in, or any activity after it fell silent
/// ```
public struct CheckInPlan: Sendable, Hashable, Codable {
    /// How often; raw values are days.
    public enum Cadence: Int, Sendable, Hashable, Codable, CaseIterable {
        case daily = 1
        case weekly = 7
        case fortnightly = 14
        case monthly = 30

        var words: String { self == .daily ? "every day" : "every \(rawValue) days" }
    }

    /// Ignored reminders after which there are no more.
    public static let mostIgnored = 3

    /// How often.
    public let cadence: Cadence
    /// The day of the last check-in; nil before the first. No reminder moves it.
    public private(set) var lastCheckIn: Day?
    /// The due day that was last reminded of, since the last check-in.
    public private(set) var reminded: Day?
    /// Reminders sent in all.
    public private(set) var sent = 0
    /// Reminders ignored in a row.
    public private(set) var ignored = 0
    /// Since when no reminders are sent; nil while they are.
    public private(set) var silentSince: Day?
    private var countedFrom: Day

    /// A plan that begins on a day.
    public init(_ cadence: Cadence, from day: Day) {
        self.cadence = cadence
        countedFrom = day
    }

    /// The day of the next reminder; nil while there are none.
    public var nextDue: Day? {
        silentSince == nil ? (reminded ?? countedFrom).advanced(by: cadence.rawValue) : nil
    }

    /// The person checked in.
    public mutating func checkIn(on day: Day) {
        lastCheckIn = day
        restart(from: day)
    }

    /// The person did something in the app. Changes nothing unless reminders have stopped before that day.
    public mutating func activity(on day: Day) {
        guard let silentSince, day > silentSince else { return }
        restart(from: day)
    }

    /// The plan after a look on a day, and the reminder if one is due. Looking again that day gives none.
    public func after(_ today: Day, at now: Date) -> (plan: CheckInPlan, nudge: Nudge?) {
        guard let nextDue, nextDue <= today else { return (self, nil) }
        var plan = self
        if reminded != nil { plan.ignored += 1 }
        guard plan.ignored < Self.mostIgnored else {
            plan.silentSince = today
            return (plan, nil)
        }
        let missed = (today.number - nextDue.number) / cadence.rawValue
        let due = nextDue.advanced(by: missed * cadence.rawValue)
        plan.reminded = due
        plan.sent += 1
        return (plan, plan.reminder(of: due, at: now))
    }

    private mutating func restart(from day: Day) {
        countedFrom = day
        reminded = nil
        ignored = 0
        silentSince = nil
    }

    private func reminder(of due: Day, at now: Date) -> Nudge {
        let last = lastCheckIn.map { "the last one was on \($0.words)" } ?? "there was none yet"
        return Nudge(
            .checkIn, key: "check-in/\(due)", title: "Your check-in is due",
            text: "You planned a check-in \(cadence.words); \(last).", at: now,
            expiresAt: due.advanced(by: cadence.rawValue).start)
    }
}
