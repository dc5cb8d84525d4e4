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

    private func show(_ turn: CoachTurn, in conversation: ConversationID, of user: UserID) {
        let seats = roster.withLockedValue { $0.members(user) }
        for session in seats where session.dialect == .v2 && session.conversation == conversation {
            for event in turn.events { session.send(.flow(event)) }
        }
    }
}
