import Analyses
import Coaching
import Finance
import Flows
import NIOConcurrencyHelpers
import Ports

// Guided conversations by frames.
extension Desk {
    /// Does what is asked and shows every tab of the conversation how it stands.
    func answer(_ ask: FlowAsk, _ session: Session) async {
        guard let user = session.caller?.user, let conversation = session.conversation else { return }
        do {
            switch ask {
            case .begin(let kind):
                show(try await ports.coaching.begin(kind, in: conversation, of: user), in: conversation, of: user)
            case .move(let move):
                if try await answersOffer(move, session) { return }
                switch try await ports.coaching.move(move, in: conversation, of: user) {
                case .success(let turn): show(turn, in: conversation, of: user)
                case .failure(let fault): session.send(.error(ChatError(fault)))
                }
            }
        } catch {
            session.send(.error(ChatError(error.code == .notFound ? .forbidden : .temporarilyUnavailable)))
        }
    }

    /// Notes how the person feels, where they want that kept, and shows it beside their spending to this socket alone.
    func note(_ mood: Int, _ session: Session) async {
        guard let user = session.caller?.user else { return }
        do {
            guard let log = try await ports.coaching.note(mood, of: user) else {
                return session.send(
                    .error(ChatError(.conflict, "Moods are kept only once you choose that.", field: "mood")))
            }
            let now = ports.now()
            let snapshot = try await ports.snapshots.read(user, Month(containing: now), now)
            session.send(.card(MoodSpending(of: log, in: snapshot).card))
        } catch {
            session.send(.error(ChatError(.temporarilyUnavailable)))
        }
    }

    /// Keeps what a person thought of one of the newest answers of this conversation.
    func note(_ ask: FeedbackAsk, _ session: Session) async {
        guard let user = session.caller?.user, let conversation = session.conversation else { return }
        do {
            let messages = try await ports.conversations.messages(
                user, conversation, nil, settings.turns.regenerateWithin)
            guard let answer = messages.first(where: { $0.id == ask.messageID && $0.role == .assistant }) else {
                return session.send(.error(ChatError(.notFound, field: "messageId")))
            }
            try await ports.coaching.note(ask.rating, on: answer, reason: ask.reason, of: user)
            session.send(.feedback(ask))
        } catch {
            session.send(.error(ChatError(.temporarilyUnavailable)))
        }
    }

    private func show(_ turn: CoachTurn, in conversation: ConversationID, of user: UserID) {
        let seats = roster.withLockedValue { $0.members(user) }
        for session in seats where session.dialect == .v2 && session.conversation == conversation {
            for event in turn.events { session.send(.flow(event)) }
        }
    }
}
