public import Analyses
public import Finance
internal import FoundationEssentials
public import Ports

// Moods: kept only where the person asked for it, for a while, and shown to nobody else.
extension Coaching {
    /// Notes a mood; nil where the person has not asked for moods to be kept.
    public func note(_ mood: Int, of user: UserID) async throws(PortError) -> MoodLog? {
        guard try await keepsMoods(of: user) else { return nil }
        let now = now()
        return try await state.change(.moods, of: user, from: MoodLog()) { log in
            log.note(mood, at: now)
            return log
        }
    }

    /// The moods that are kept; none of a person who does not want it.
    public func moods(of user: UserID) async throws(PortError) -> MoodLog {
        guard try await keepsMoods(of: user) else { return MoodLog() }
        return try await state.value(.moods, of: user, as: MoodLog.self) ?? MoodLog()
    }

    /// Forgets all of them.
    public func forgetMoods(of user: UserID) async throws(PortError) {
        try await state.change(.moods, of: user, from: MoodLog()) { $0 = MoodLog() }
    }

    /// Whether the person wants moods kept.
    public func keepsMoods(of user: UserID) async throws(PortError) -> Bool {
        try await state.value(.choices, of: user, as: PersonalChoices.self)?.mood ?? false
    }
}

// Checked purchases.
extension Coaching {
    /// Keeps a checked purchase under a new id.
    public func keep(_ answer: Affordability, item: String, of user: UserID) async throws(PortError) -> PurchaseCheck {
        let id = makeID()
        return try await state.change(.purchases, of: user, from: PurchaseChecks()) { checks in
            checks.add(answer, item: item, id: id)
        }
    }

    /// The history, pinned ones looked at again on these records; and those whose verdict is another one now.
    public func purchases(
        on snapshot: Snapshot
    ) async throws(PortError) -> (checks: PurchaseChecks, changes: [PurchaseChecks.Change]) {
        try await state.change(.purchases, of: snapshot.person.id, from: PurchaseChecks()) { checks in
            let changes = checks.recheck(in: snapshot)
            return (checks, changes)
        }
    }

    /// What can be done with one of them.
    public enum PurchaseAct: String, Sendable, Hashable, CaseIterable {
        case pin, unpin, forget
    }

    /// Does it; false where there is no such check.
    public func act(_ act: PurchaseAct, on id: String, of user: UserID) async throws(PortError) -> Bool {
        try await state.change(.purchases, of: user, from: PurchaseChecks()) { checks in
            switch act {
            case .pin: checks.pin(id)
            case .unpin: checks.unpin(id)
            case .forget: checks.forget(id)
            }
        }
    }
}
