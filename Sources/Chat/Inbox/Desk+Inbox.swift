import Analyses
public import Finance
import FoundationEssentials
import Inbox
import Logging
import NIOConcurrencyHelpers
import Ports

// What we tell people of our own accord. Whoever stores that a message was delivered shows it on its own sockets and
// tells the other instances, which show it on theirs.
extension Desk {
    /// Seconds after which an inbox that could not be read is looked into again.
    private static let inboxRetry: TimeInterval = 5

    /// Looks for what is due to a person who sits here, and shows it. What cannot be read now is looked for again.
    func deliver(to user: UserID) async {
        guard !seats(of: user).isEmpty else { return }
        do {
            let delivery = try await ports.inbox.take(for: user)
            alarms.withLockedValue { $0[user] = delivery.next }
            show(delivery.nudges, delivery.unread, to: user)
            guard !delivery.nudges.isEmpty else { return }
            let shown = delivery.nudges.map(\.id)
            known.withLockedValue { $0.formUnion(shown) }
            await ports.inbox.announce(InboxNotice(user: user, shown: shown))
        } catch {
            logger.warning("chat.inbox.not_read", metadata: ["error": "\(error)"])
            alarms.withLockedValue { $0[user] = ports.now().addingTimeInterval(Self.inboxRetry) }
        }
    }

    /// Looks in when somebody has come in: also reminders that had stopped go on.
    func lookIn(on user: UserID) {
        let isTaken = errands.offer { [self] in
            try? await ports.inbox.noteActivity(of: user)
            await deliver(to: user)
        }
        if !isTaken { alarms.withLockedValue { $0[user] = ports.now() } }
    }

    /// Hears of a change of somebody's inbox.
    func hear(_ notice: InboxNotice) {
        if notice.isGone {
            endAll(of: notice.user)
            _ = errands.offer { [ports] in try? await ports.outbox.forget(notice.user) }
            return
        }
        guard !seats(of: notice.user).isEmpty else { return }
        let mine = known.withLockedValue { known in notice.shown.filter { known.remove($0) != nil } }
        let others = notice.shown.filter { !mine.contains($0) }
        if !notice.shown.isEmpty, others.isEmpty { return }
        _ = errands.offer { [self] in
            if others.isEmpty { await deliver(to: notice.user) } else { await show(others, to: notice.user) }
        }
    }

    /// Does what a client asks of its inbox and answers this one socket; the others hear of it as of any change.
    func answer(_ ask: InboxAsk, _ session: Session) async {
        guard let user = session.caller?.user else { return }
        do {
            switch ask.wish {
            case .list: return session.send(try await list(ask.half, of: user))
            case .readAll: _ = try await ports.inbox.readAll(of: user)
            case .act(let act, let id):
                let isThere =
                    switch ask.half {
                    case .nudges: try await ports.inbox.act(act, onNudge: id, of: user)
                    case .insights: try await ports.inbox.act(act, onInsight: id, of: user)
                    }
                guard isThere else { return session.send(.error(ChatError(.notFound, field: "id"))) }
            }
            session.send(try await list(ask.half, of: user))
        } catch {
            session.send(.error(ChatError(.temporarilyUnavailable)))
        }
    }

    /// A person is forgotten: their answers and their sockets end, here and elsewhere.
    public func forget(_ user: UserID) async {
        endAll(of: user)
        try? await ports.outbox.forget(user)
        await ports.inbox.announce(InboxNotice(user: user, isGone: true))
    }

    /// Looks for whose time has come.
    func ring() {
        let now = ports.now()
        let due = alarms.withLockedValue { alarms in
            let due = alarms.filter { $0.value <= now }.keys
            for user in due { alarms[user] = nil }
            return Array(due)
        }
        for user in due {
            let isTaken = errands.offer { [self] in await deliver(to: user) }
            if !isTaken { alarms.withLockedValue { $0[user] = now } }
        }
    }

    private func list(_ half: InboxAsk.Half, of user: UserID) async throws(PortError) -> ServerFrame {
        switch half {
        case .nudges: .nudges(try await ports.inbox.nudges(of: user))
        case .insights: .insights(try await ports.inbox.insights(of: user))
        }
    }

    private func show(_ ids: [String], to user: UserID) async {
        guard let box = try? await ports.inbox.nudges(of: user), let unread = try? await ports.inbox.unread(of: user)
        else { return }
        show(ids.compactMap(box.find), unread, to: user)
    }

    /// Counts are told where they differ from what was told last.
    private func show(_ nudges: [Nudge], _ unread: Inbox.Unread, to user: UserID) {
        for session in seats(of: user) where session.dialect == .v2 {
            for nudge in nudges { session.send(.nudge(nudge)) }
            if session.tells(unread) { session.send(.unread(unread)) }
        }
    }

    private func seats(of user: UserID) -> [Session] { roster.withLockedValue { $0.members(user) } }

    private func endAll(of user: UserID) {
        turns.forget(user)
        alarms.withLockedValue { $0[user] = nil }
        for session in seats(of: user) { session.handle(.turnedAway(Dismissal(ChatError(.notFound), .forgotten))) }
    }
}
