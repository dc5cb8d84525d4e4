import Finance
import Logging
import NIOConcurrencyHelpers
import Ports
import Prompts

// From a credential to a greeted session.
extension Desk {
    /// Proves who it is, gives it a seat, and greets it.
    func admit(_ credential: Credential, _ session: Session) async {
        do {
            let caller = try await ports.identity.verify(credential)
            session.proved(credential)
            guard let conversation = session.conversation(of: caller.user) else {
                let error = ChatError.field("conversation_id", "must have 1 to 200 bytes without control characters")
                return session.handle(.notAdmitted(Dismissal(error, .refusedLegacy)))
            }
            let isSeated = roster.withLockedValue {
                $0.seat(session, caller.user, conversation, limit: settings.sockets.perPerson)
            }
            guard isSeated else {
                return session.handle(.notAdmitted(Dismissal(ChatError(.tooManySockets), .tooManySockets)))
            }
            await greet(session, caller, conversation)
        } catch {
            logger.debug("chat.socket.refused", metadata: ["reason": "\(error.label)"])
            session.handle(.notAdmitted(Dismissal(error, session.dialect)))
        }
    }

    /// Takes a newer token of the same person.
    func renew(_ token: String, _ session: Session) async {
        do {
            let caller = try await ports.identity.verify(.bearer(token))
            if caller.user == session.caller?.user { session.proved(.bearer(token)) }
            session.handle(.renewed(caller))
        } catch .unavailable {
            session.handle(.notRenewed(ChatError(.temporarilyUnavailable)))
        } catch {
            session.handle(.notRenewed(ChatError(.unauthenticated)))
        }
    }

    /// Whether this person may still come in; a no closes the socket.
    @discardableResult
    func recheck(_ session: Session) async -> Bool {
        guard let caller = session.caller else { return false }
        do {
            try await ports.identity.recheck(caller)
            return true
        } catch {
            session.handle(.rechecked(error))
            // A store that cannot be asked has not said no.
            if case .unavailable = error { return true }
            return false
        }
    }

    /// Turns that begin from here on follow after the greeting; a live one is named in it. When that one ends while the
    /// history is being read, the history is read once more, so that no answer falls between the two.
    private func greet(_ session: Session, _ caller: Caller, _ conversation: ConversationID) async {
        do {
            var live = liveTurn(caller.user, conversation)
            var history = try await history(caller, conversation)
            if let turn = live, !turn.progress.isLive {
                live = liveTurn(caller.user, conversation)
                history = try await self.history(caller, conversation)
            }
            if let turn = live {
                history.messages.removeAll { $0.turnID == turn.subject.id.text && $0.role == .assistant }
            }
            let title =
                session.dialect == .v2 ? try await ports.conversations.find(caller.user, conversation)?.title : nil
            if let turn = live, session.begun.contains(turn.subject.id) { live = nil }
            session.send(.welcome(welcome(caller, title, history, live)), in: conversation)
            session.handle(.admitted(caller, conversation))
            if session.dialect == .v2 { lookIn(on: caller.user) }
            if session.dialect == .legacy { _ = live?.follow(session) }
        } catch {
            logger.warning("chat.greeting.failed", metadata: ["error": "\(error)"])
            session.handle(.notAdmitted(Dismissal(ChatError(.temporarilyUnavailable), .internalError)))
        }
    }

    private func liveTurn(_ user: UserID, _ conversation: ConversationID) -> Turn? {
        turns.active(of: user, in: conversation).first { $0.progress.isLive }
    }

    private func history(
        _ caller: Caller, _ conversation: ConversationID
    ) async throws(PortError) -> (messages: [StoredMessage], isFirstVisit: Bool) {
        let store = ports.conversations
        let messages = try await store.messages(caller.user, conversation, nil, settings.sockets.historyShown)
        guard messages.isEmpty, try await !store.hasHistory(caller.user) else { return (messages, false) }
        return ([try await firstGreeting(caller, conversation)], true)
    }

    /// Stored under a name of its own, so that two sockets that open at once leave one greeting. A greeting that cannot
    /// be stored is said all the same; the next visit says it again.
    private func firstGreeting(_ caller: Caller, _ conversation: ConversationID) async throws(PortError)
        -> StoredMessage
    {
        let greeting = StoredMessage(
            id: messageID(), conversation: conversation, role: .assistant, text: Welcome.text(name: caller.name),
            at: messageTime(), clientMessageID: "reho:welcome")
        guard case .already(let earlier)? = try? await ports.conversations.append(caller.user, greeting) else {
            return greeting
        }
        return earlier
    }

    private func welcome(
        _ caller: Caller, _ title: String?, _ history: (messages: [StoredMessage], isFirstVisit: Bool), _ live: Turn?
    ) -> Welcoming {
        Welcoming(
            name: caller.name, title: title, history: history.messages, isFirstVisit: history.isFirstVisit,
            running: live.map { Welcoming.Running(turn: $0.subject.id, lastSequence: $0.progress.last) },
            limits: Welcoming.Limits(
                messageCharacters: settings.frames.messageCharacters, turnsPerMinute: settings.turns.perWindow,
                sockets: settings.sockets.perPerson))
    }
}

extension Session {
    /// The conversation it asked for; an empty name counts as none, an impossible one is nil.
    fileprivate func conversation(of user: UserID) -> ConversationID? {
        guard let asked, !asked.isEmpty else { return .standard(of: user) }
        return ConversationID(asked)
    }
}

extension IdentityError {
    /// One word for the log.
    fileprivate var label: String {
        switch self {
        case .missing: "missing"
        case .invalid: "invalid"
        case .expired: "expired"
        case .noUser: "no_user"
        case .refused: "refused"
        case .forbidden: "forbidden"
        case .unavailable: "unavailable"
        }
    }
}
