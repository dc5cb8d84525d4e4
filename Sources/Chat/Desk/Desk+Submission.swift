import Finance
import FoundationEssentials
import Logging
import NIOConcurrencyHelpers
import Ports

// From a message to a turn.
extension Desk {
    /// Stores a question and, only then, begins its turn. The same client id again gives the same turn.
    func submit(_ message: ClientFrame.Message, _ session: Session) async {
        guard let caller = session.caller, let conversation = session.conversation,
            await mayBegin(session, about: message.clientID)
        else { return }
        var random = SystemRandomNumberGenerator()
        let now = messageTime()
        let id = TurnID(at: now, using: &random)
        let question = StoredMessage(
            id: messageID(), conversation: conversation, role: .user, text: message.text, at: now, turnID: id.text,
            clientMessageID: message.clientID, claim: TurnClaim(instance: instance, answerID: messageID()))
        let turn = makeTurn(id, caller.user, question, bearer: session.bearer)
        guard open(turn, for: session, about: message) else { return }
        await store(turn, session)
    }

    /// Asks the question behind a message once more: a new turn; the earlier answer stays.
    func regenerate(_ messageID: String, _ session: Session) async {
        guard let caller = session.caller, let conversation = session.conversation,
            await mayBegin(session, about: nil)
        else { return }
        do {
            let messages = try await ports.conversations.messages(
                caller.user, conversation, nil, settings.turns.regenerateWithin)
            guard let question = Self.question(behind: messageID, in: messages) else {
                return session.send(.error(ChatError(.notFound)))
            }
            var random = SystemRandomNumberGenerator()
            let id = TurnID(at: ports.now(), using: &random)
            let turn = makeTurn(id, caller.user, question, regenerates: messageID)
            guard open(turn, for: session, about: nil) else { return }
            do {
                // What is begun is stored: whoever asks for it later finds it, whatever happens to this instance.
                try await ports.conversations.save(caller.user, turn.subject.answer("", .partial, at: messageTime()))
                begin(turn)
            } catch {
                _ = turns.drop(turn)
                throw error
            }
        } catch {
            session.send(.error(ChatError(.temporarilyUnavailable)))
        }
    }

    /// The newest question at or before a message of the same conversation.
    static func question(behind messageID: String, in messages: [StoredMessage]) -> StoredMessage? {
        guard let place = messages.firstIndex(where: { $0.id == messageID }) else { return nil }
        let named = messages[place]
        let ofTurn = messages[...place].last { $0.role == .user && $0.turnID != nil && $0.turnID == named.turnID }
        return ofTurn ?? messages[...place].last { $0.role == .user }
    }

    private func mayBegin(_ session: Session, about clientID: String?) async -> Bool {
        guard !isDraining else {
            refuse(session, ChatError(.serverDraining, retryAfter: settings.drain.reconnectWithin), about: clientID)
            return false
        }
        return await recheck(session)
    }

    private func makeTurn(
        _ id: TurnID, _ user: UserID, _ question: StoredMessage, regenerates: String? = nil, bearer: String? = nil
    ) -> Turn {
        let isFirst = regenerates == nil
        let claim = isFirst ? question.claim : nil
        let subject = TurnSubject(
            id: id, user: user, conversation: question.conversation, question: question,
            claim: claim ?? TurnClaim(instance: instance, answerID: messageID()), regenerates: regenerates)
        return Turn(subject, settings: settings, bearer: bearer, now: ports.now)
    }

    private func open(_ turn: Turn, for session: Session, about message: ClientFrame.Message?) -> Bool {
        switch turns.open(turn) {
        case .opened: return true
        case .existing(let known):
            if known.subject.question.text == message?.text, known.subject.conversation == session.conversation {
                _ = known.follow(session, after: session.dialect == .v2 ? 0 : nil)
            } else {
                refuse(session, ChatError(.conflict), about: message?.clientID)
            }
        case .busy:
            // A turn of theirs is live: `done` after this error would be taken for the end of that one.
            session.send(.error(ChatError(.busy, retryAfter: .seconds(1)).about(message?.clientID)))
        case .limited(let wait): refuse(session, ChatError(.rateLimited, retryAfter: wait), about: message?.clientID)
        }
        return false
    }

    /// A store whose reply was lost has stored: the same message again, told `already`, is as good as `new`.
    private func store(_ turn: Turn, _ session: Session) async {
        let subject = turn.subject
        for attempt in 1...settings.turns.storeAttempts {
            do {
                switch try await ports.conversations.append(subject.user, subject.question) {
                case .already(let earlier) where earlier.id != subject.question.id:
                    return await answer(turn, with: earlier, session)
                case .new, .already: return begin(turn)
                }
            } catch {
                guard !error.isRetryable || attempt == settings.turns.storeAttempts else { continue }
                logger.warning("chat.question.unsaved", metadata: ["error": "\(error)"])
                break
            }
        }
        abandon(subject)
        for waiting in turns.drop(turn) + [session] {
            refuse(waiting, ChatError(.notSaved), about: subject.question.clientMessageID)
        }
    }

    private func begin(_ turn: Turn) {
        let members = roster.withLockedValue { $0.members(turn.subject.user, turn.subject.conversation) }
        turns.start(turn, watchedBy: members)
    }

    /// Of a write whose reply was lost nobody knows whether it was done: should it turn up, its turn has failed.
    private func abandon(_ subject: TurnSubject) {
        let left = Instances.LeftTurn(
            user: subject.user, conversation: subject.conversation, turnID: subject.id.text,
            answerID: subject.answerID)
        waitFor(
            Vigil.Watch(user: subject.user, conversation: subject.conversation, turn: subject.id, abandoned: left))
    }

    /// The store knew the client id already: the turn of that time is the turn.
    private func answer(_ turn: Turn, with earlier: StoredMessage, _ session: Session) async {
        let asked = turn.subject.question
        let isSame = earlier.text == asked.text && earlier.conversation == asked.conversation
        if isSame, let known = await unrun(earlier, of: turn.subject.user) {
            return adopt(known, earlier, insteadOf: turn, session)
        }
        for waiting in turns.drop(turn) + [session] {
            if isSame, let id = earlier.turnID.flatMap({ TurnID($0) }) {
                await tellStored(id, waiting, isAnswerToSend: true)
            } else {
                refuse(waiting, ChatError(.conflict), about: asked.clientMessageID)
            }
        }
    }

    /// The turn of a question this instance stored without learning of it; nil for any that runs or has an end.
    private func unrun(_ earlier: StoredMessage, of user: UserID) async -> TurnID? {
        guard earlier.claim?.instance == instance, let id = earlier.turnID.flatMap({ TurnID($0) }),
            turns.find(id, of: user) == nil,
            let messages = try? await ports.conversations.turn(user, id.text), !messages.hasEnd
        else { return nil }
        return id
    }

    /// Runs that turn now, for everyone who asked.
    private func adopt(_ id: TurnID, _ question: StoredMessage, insteadOf turn: Turn, _ session: Session) {
        vigil.withLockedValue { $0.remove(id) }
        _ = turns.drop(turn)
        let adopted = makeTurn(id, turn.subject.user, question, bearer: session.bearer)
        let message = ClientFrame.Message(text: question.text, clientID: question.clientMessageID)
        if open(adopted, for: session, about: message) { begin(adopted) }
    }

    private func refuse(_ session: Session, _ error: ChatError, about clientID: String?) {
        metrics.refused(error.code)
        session.send(.refusal(error.about(clientID)))
    }
}
