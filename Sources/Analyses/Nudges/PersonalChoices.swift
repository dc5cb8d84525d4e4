public import Finance
public import FoundationEssentials

/// What a person chose about being written to, as it is stored.
public struct PersonalChoices: Sendable, Hashable, Codable {
    /// Whether and when we may write.
    public var messages = NudgeChoices()
    /// Whether a model outside may be asked about them; nil as the operator has it.
    public var model: Bool?
    /// Whether moods may be kept; nil and false are no.
    public var mood: Bool?
    /// Ids of budgets that no plan of ours may move; nil for none.
    public var lockedBudgets: [String]?
    /// What they decided about repeated payments; nil for nothing.
    public var series: SeriesDecisions?
    /// When they want to be reminded of a check-in, and how that went; nil when they do not.
    public var checkIn: CheckInPlan?

    /// Nothing chosen yet.
    public init() {}
}

/// The main app's own settings of a person, as far as they bind us (`notificationsettings`, contract 1.9). What is not
/// stored there is nil.
public struct AppSettings: Sendable, Hashable {
    /// Whether budgets may be written about.
    public var budgetNotification: Bool?
    /// Identifier of the person's time zone.
    public var timeZone: String?

    /// Settings with both parts given.
    public init(budgetNotification: Bool? = nil, timeZone: String? = nil) {
        self.budgetNotification = budgetNotification
        self.timeZone = timeZone
    }

    /// The settings of a stored document; what is not what it should be is as if it were not there.
    public init(_ document: Document) {
        if case .bool(let isOn) = document["budgetNotification"] { budgetNotification = isOn }
        if case .string(let zone) = document["timeZone"], TimeZone(identifier: zone) != nil { timeZone = zone }
    }
}

extension NudgeChoices {
    /// The choices with what the main app says in place of ours: people set it there.
    public func following(_ app: AppSettings?) -> NudgeChoices {
        var choices = self
        choices.budgetNotification = app?.budgetNotification ?? choices.budgetNotification
        choices.zone = app?.timeZone ?? choices.zone
        return choices
    }

    /// The time zone to keep quiet hours by; London's where the chosen one is not known here.
    public var place: TimeZone {
        TimeZone(identifier: zone) ?? TimeZone(identifier: Self.defaultZone) ?? .gmt
    }
}
