/// What a person chose about messages of our own accord.
public struct NudgeChoices: Sendable, Hashable, Codable {
    /// The time zone where nothing else is known.
    public static let defaultZone = "Europe/London"

    /// The app's own switch for budgets (`notificationsettings.budgetNotification`).
    public var budgetNotification = true
    /// Whether we may write at all. No means no: messages about safety stay in the app as well.
    public var nudges = true
    /// When not to.
    public var quiet = QuietHours.night
    /// The identifier of the person's time zone.
    public var zone = NudgeChoices.defaultZone

    /// Nothing chosen yet.
    public init() {}

    /// Reads what is there; a choice that was not stored is as if never made.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        budgetNotification = try stored.decodeIfPresent(Bool.self, forKey: .budgetNotification) ?? true
        nudges = try stored.decodeIfPresent(Bool.self, forKey: .nudges) ?? true
        quiet = try stored.decodeIfPresent(QuietHours.self, forKey: .quiet) ?? .night
        zone = try stored.decodeIfPresent(String.self, forKey: .zone) ?? Self.defaultZone
    }

    /// Whether a message may be sent at all.
    func allow(_ nudge: Nudge) -> Bool { nudges && (nudge.kind != .budget || budgetNotification) }

    /// The choices as a client shows them.
    public var json: JSON {
        [
            "budgetNotification": .bool(budgetNotification), "nudges": .bool(nudges),
            "quietFrom": .int(Int64(quiet.from)), "quietTo": .int(Int64(quiet.to)), "timeZone": .string(zone),
        ]
    }
}
