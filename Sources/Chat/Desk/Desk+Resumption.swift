import Finance
import FoundationEssentials
import Ports

// From a turn's id to what a socket misses of it.
extension Desk {
    /// The exact frames while this instance has them, the stored text otherwise. A turn of someone else is answered as
    /// one that never was.
    func resume(_ id: TurnID, after sequence: Int, _ session: Session) async {
        guard let user = session.caller?.user else { return }
        guard let turn = turns.find(id, of: user) else { return await tellStored(id, session, isAnswerToSend: false) }
        switch turn.follow(session, after: sequence) {
        case .following: return
        case .ahead: session.send(.error(.field("afterSeq", "is past the end of that turn")))
        case .gone: await tellStored(id, session, isAnswerToSend: false, reason: "window")
        }
    }

    /// What the store has of a turn. To a repeated `send` the acknowledgement comes first, as it did then.
    func tellStored(_ id: TurnID, _ session: Session, isAnswerToSend: Bool, reason: String? = nil) async {
        guard let user = session.caller?.user else { return }
        do {
            let messages = try await ports.conversations.turn(user, id.text)
            guard let first = messages.first else { return session.send(.error(ChatError(.notFound))) }
            let question = messages.first { $0.role == .user }
            let stored = storedTurn(id, messages, since: first.at)
            if isAnswerToSend, let question { acknowledge(id, question, of: user, session) }
            if stored.state == .partial {
                waitFor(Vigil.Watch(user: user, conversation: first.conversation, turn: id))
            }
            let told = reason ?? (stored.state == .partial ? "running_elsewhere" : "expired")
            session.send(.resumeUnavailable(stored, reason: told), in: first.conversation)
        } catch {
            session.send(.error(ChatError(.temporarilyUnavailable)))
        }
    }

    /// A turn without a stored end may be running on another instance for as long as a turn may take; after that it has
    /// failed, whatever its last stored state says.
    private func storedTurn(_ id: TurnID, _ messages: [StoredMessage], since start: Date) -> StoredTurn {
        let answer = messages.last { $0.role == .assistant }
        let isOver = ports.now() > start.addingTimeInterval(settings.turns.deadline.seconds * 2)
        var state = answer?.state ?? .partial
        if state == .partial, isOver { state = .failed }
        return StoredTurn(
            turn: id, userMessageID: messages.first { $0.role == .user }?.id, state: state, text: answer?.text ?? "",
            messageID: answer?.id)
    }

    private func acknowledge(_ id: TurnID, _ question: StoredMessage, of user: UserID, _ session: Session) {
        let start = TurnStart(
            clientMessageID: question.clientMessageID, userMessageID: question.id, message: question.text)
        let subject = TurnSubject(
            id: id, user: user, conversation: question.conversation, question: question,
            claim: TurnClaim(instance: instance, answerID: ""))
        session.send(NumberedFrame(sequence: 1, at: question.at, frame: .turnStarted(start)), of: subject)
    }
}
