public import Analyses
public import Finance
public import FoundationEssentials

// What binds whoever writes to a person of our own accord: read in one way by the night, the watch and the inbox.
extension PersonalState {
    /// Reads the main app's own settings of people, as `NightReads.appSettings` and `Inbox` do.
    public typealias ReadsAppSettings = @Sendable ([UserID]) async throws(PortError) -> [UserID: AppSettings]

    /// What the person chose, as stored.
    public func choices(of user: UserID) async throws(PortError) -> PersonalChoices {
        try await value(.choices, of: user, as: PersonalChoices.self) ?? PersonalChoices()
    }

    /// When and about what the person may be written to: their choices, under the main app's settings.
    public func rules(
        of user: UserID, under appSettings: ReadsAppSettings
    ) async throws(PortError) -> NudgeChoices {
        try await choices(of: user).messages.following(try await appSettings([user])[user])
    }

    /// Puts messages into the person's box, to be handed over when the rules allow it. A key that is known is no second
    /// message.
    public func put(
        _ nudges: [Nudge], before user: UserID, _ rules: NudgeChoices, at now: Date
    ) async throws(PortError) {
        try await change(
            .nudges, of: user, from: NudgeBox(), due: { $0.nextDue(after: now, rules, in: rules.place) }
        ) { box in
            for nudge in nudges { box.add(nudge, rules) }
        }
    }
}
