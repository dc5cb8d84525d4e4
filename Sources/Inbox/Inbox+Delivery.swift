public import Analyses
public import Finance
public import FoundationEssentials
public import Ports

// Delivering: each message is taken once, by whoever stores that it was.
extension Inbox {
    /// What a look for messages gave.
    public struct Delivery: Sendable, Hashable {
        /// To be shown now, and noted as delivered.
        public var nudges: [Nudge] = []
        /// What is new to the person after it.
        public var unread: Unread
        /// When to look again; nil when nothing waits.
        public var next: Date?
    }

    /// Takes what is due to a person.
    public func take(for user: UserID) async throws(PortError) -> Delivery {
        let rules = try await rules(of: user)
        let instant = now()
        let (nudges, unread, next) = try await state.change(
            .nudges, of: user, from: NudgeBox(), due: { $0.nextDue(after: instant, rules, in: rules.place) }
        ) { box in
            let taken = box.take(at: instant, rules, in: rules.place)
            return (taken, box.unread, box.nextDue(after: instant, rules, in: rules.place))
        }
        let feed = try await insights(of: user)
        let returns = feed.nextReturn(after: instant)
        return Delivery(
            nudges: nudges, unread: Unread(nudges: unread, insights: feed.unread(at: instant)),
            next: [next, returns].compactMap { $0 }.min())
    }

    /// Gives what is due to a person to `push`, and notes it as delivered once that has worked. May push the same message
    /// twice when it is cut off in between: its id is the same, so the other side can tell.
    func push(
        to user: UserID, _ push: @Sendable (Nudge) async throws(PortError) -> Void
    ) async throws(PortError) -> Int {
        let rules = try await rules(of: user)
        let instant = now()
        var waiting = try await nudges(of: user)
        let due = waiting.take(at: instant, rules, in: rules.place)
        for nudge in due { try await push(nudge) }
        let pushed = due.map(\.id)
        try await state.change(
            .nudges, of: user, from: NudgeBox(), due: { $0.nextDue(after: instant, rules, in: rules.place) }
        ) { box in
            var taken = box
            let others = taken.take(at: instant, rules, in: rules.place).filter { !pushed.contains($0.id) }
            // What came in between has not been pushed and stays due.
            if others.isEmpty { box = taken } else { box.delivered(pushed, at: instant, in: rules.place) }
        }
        await announce(InboxNotice(user: user, shown: pushed))
        return pushed.count
    }

    /// The person is here: reminders that had stopped for want of an answer go on.
    public func noteActivity(of user: UserID) async throws(PortError) {
        let today = Day(now())
        guard try await choices(of: user).checkIn?.silentSince != nil else { return }
        try await state.change(.choices, of: user, from: PersonalChoices(), due: \.due) { choices in
            choices.checkIn?.activity(on: today)
        }
    }

    /// Tells every instance that something is new for these people.
    public func announce(_ users: [UserID]) async {
        for user in users { await announce(InboxNotice(user: user)) }
    }

    /// Tells every instance.
    public func announce(_ notice: InboxNotice) async { await bus.publish(InboxNotice.channel, notice.bytes) }
}

extension PersonalChoices {
    /// When a check-in is due.
    public var due: Date? { checkIn?.nextDue?.start }
}
