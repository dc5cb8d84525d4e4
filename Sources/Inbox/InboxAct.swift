public import Analyses
public import Finance
public import FoundationEssentials
public import Ports

/// What a person does about one insight or message.
public enum InboxAct: Sendable, Hashable {
    /// It was read.
    case read
    /// It is not wanted.
    case dismiss
    /// Not now.
    case snooze(until: Date)
    /// It shall be gone; of insights, which may be found again, that is a dismissal.
    case delete
}

// Doing something about it. Each gives false when there is nothing of that id, another person's included.
extension Inbox {
    /// Does it about an insight.
    public func act(_ act: InboxAct, onInsight id: String, of user: UserID) async throws(PortError) -> Bool {
        let instant = now()
        let isThere = try await state.change(.insights, of: user, from: InsightFeed()) { feed in
            switch act {
            case .read: feed.acknowledge(id)
            case .dismiss, .delete: feed.dismiss(id)
            case .snooze(let until): feed.snooze(id, until: until, at: instant)
            }
        }
        if isThere { await announce([user]) }
        return isThere
    }

    /// Does it about a message.
    public func act(_ act: InboxAct, onNudge id: String, of user: UserID) async throws(PortError) -> Bool {
        let isThere = try await changeNudges(of: user) { box, instant in
            switch act {
            // Reading twice is no fault.
            case .read: box.read(id, at: instant) || box.find(id)?.state == .read
            case .dismiss: box.dismiss(id, at: instant) || box.find(id)?.state == .dismissed
            case .snooze(let until): box.snooze(id, until: until, at: instant)
            case .delete: box.delete(id)
            }
        }
        if isThere { await announce([user]) }
        return isThere
    }

    /// Reads all messages; gives how many were new.
    public func readAll(of user: UserID) async throws(PortError) -> Int {
        let count = try await changeNudges(of: user) { box, instant in box.readAll(at: instant) }
        if count > 0 { await announce([user]) }
        return count
    }

    /// Changes what the person chose; what they see is given back.
    public func choose(
        for user: UserID, _ change: @escaping @Sendable (inout PersonalChoices) -> Void
    ) async throws(PortError) -> PersonalChoices {
        let choices = try await state.change(.choices, of: user, from: PersonalChoices(), due: \.due) { choices in
            change(&choices)
            return choices
        }
        await announce([user])
        return choices
    }

    private func changeNudges<Answer: Sendable>(
        of user: UserID, _ change: @escaping @Sendable (inout NudgeBox, Date) -> Answer
    ) async throws(PortError) -> Answer {
        let rules = try await rules(of: user)
        let instant = now()
        return try await state.change(
            .nudges, of: user, from: NudgeBox(), due: { $0.nextDue(after: instant, rules, in: rules.place) }
        ) { box in change(&box, instant) }
    }
}
