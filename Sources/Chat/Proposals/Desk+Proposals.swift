public import Analyses
import Drafts
public import Finance
import Flows
import NIOConcurrencyHelpers
public import Ports
import Proposals

// Offers to write in the main app, decided by frames.
extension Desk {
    /// Sends what was confirmed, with the token this socket came with; shows every tab of the conversation how it stands.
    func answer(_ ask: ProposalAsk, _ session: Session) async {
        guard let user = session.caller?.user, let conversation = session.conversation else { return }
        guard let proposals = ports.proposals else {
            return session.send(.error(ChatError(.notFound, field: "proposalId")))
        }
        do {
            guard ask.isYes else {
                return show(try await proposals.reject(ask.id, in: conversation, of: user), session)
            }
            guard let token = session.bearer else {
                // Whoever came in by a ticket shows the token once more, then says yes again.
                session.send(.authRequired)
                return session.send(.error(ChatError(.unauthenticated)))
            }
            show(try await proposals.confirm(ask.id, in: conversation, of: user, token: token), session)
        } catch {
            session.send(.error(ChatError(.temporarilyUnavailable)))
        }
    }

    /// Goes on with a question that an offer had to ask; false where the answer is for a guided conversation.
    func answersOffer(_ move: FlowMove, _ session: Session) async throws(PortError) -> Bool {
        guard let proposals = ports.proposals, let user = session.caller?.user,
            let conversation = session.conversation, case .answer(let id, let input) = move, let words = input.words
        else { return false }
        let (book, now) = (try await proposals.book(of: user), ports.now())
        guard book.asks(id, in: conversation, at: now) else { return false }
        let snapshot = try await ports.snapshots.read(user, Month(containing: now), now)
        switch try await proposals.answer(words, in: conversation, on: snapshot, knowing: book) {
        case .proposal(let proposal): show(proposal.card, beside: session)
        case .question(let question, let id): show(question.card(id: id), beside: session)
        case .refused(let sentence): session.send(.error(ChatError(.badRequest, sentence, field: "value")))
        case nil: session.send(.error(.field("value", "is no answer to that question")))
        }
        return true
    }

    private func show(_ decision: Proposals.Decision, _ session: Session) {
        switch decision {
        case .settled(let proposal): show(proposal.card, beside: session)
        case .stale(let fresh, let reason):
            session.send(.error(ChatError(.conflict, reason, field: "proposalId")))
            if let fresh { show(fresh.card, beside: session) }
        case .notFound: session.send(.error(ChatError(.notFound, field: "proposalId")))
        }
    }

    /// Shows a card to every tab of a session's conversation.
    func show(_ card: Card, beside session: Session) {
        guard let user = session.caller?.user, let conversation = session.conversation else { return }
        show(card, to: user, in: conversation)
    }

    /// Shows a card to every tab of a conversation.
    public func show(_ card: Card, to user: UserID, in conversation: ConversationID) {
        let seats = roster.withLockedValue { $0.members(user) }
        for seat in seats where seat.dialect == .v2 && seat.conversation == conversation { seat.send(.card(card)) }
    }
}

extension FlowInput {
    /// What was said, where it is one thing.
    fileprivate var words: String? {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .list(let items): items.count == 1 ? items[0] : nil
        }
    }
}
