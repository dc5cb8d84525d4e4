import Analyses
import Drafts
import Finance
import FoundationEssentials
import Ports
import Proposals
import Tools

// Words that ask for something to be written in the main app, or settle an offer, are answered by code: a card, a
// question, or how it went. The model is not asked.
extension TurnRunner {
    /// What to show for words like that; nil where they are something else. Whoever tells of trouble is not asked back
    /// for an amount: they may not have wished for anything to be written.
    func proposalReply(
        on snapshot: Snapshot, inTrouble: Bool
    ) async throws(PortError) -> (card: Card?, words: String)? {
        guard let proposals = ports.proposals, turn.subject.regenerates == nil else { return nil }
        let (subject, now) = (turn.subject, ports.now())
        let book = try await proposals.book(of: subject.user)
        if let open = book.open(in: subject.conversation, at: now), let said = YesOrNo(subject.question.text) {
            return try await decide(said, on: open, proposals)
        }
        let words = subject.question.text
        // "Can you plan my budgets?" asks for a card; a question about a payment asks for an answer.
        let isAsking = words.hasSuffix("?") && PlanWish(words: words, on: snapshot) == nil
        if let offer = try await proposals.answer(
            subject.question.text, in: subject.conversation, on: snapshot, knowing: book)
        {
            return (offer.card, offer.words)
        }
        guard !isAsking,
            let offer = try await proposals.offer(
                for: subject.question.text, in: subject.conversation, on: snapshot, asksBack: !inTrouble)
        else { return nil }
        return (offer.card, offer.words)
    }

    /// A model's wish, for the tools.
    func propose(
        _ wish: Toolbox.Wish, _ arguments: String, on snapshot: Snapshot, _ proposals: Proposals
    ) async -> DraftFinding {
        let (said, conversation) = (turn.subject.question.text, turn.subject.conversation)
        do {
            let offer =
                switch wish {
                case .change:
                    try await proposals.offer(arguments: arguments, said: said, in: conversation, on: snapshot)
                case .plan:
                    try await proposals.offer(plan: arguments, said: said, in: conversation, on: snapshot)
                }
            let isGood = if case .refused = offer { false } else { true }
            return DraftFinding(words: offer.words, card: offer.card, isGood: isGood)
        } catch {
            return DraftFinding(words: "changes cannot be prepared right now", card: nil, isGood: false)
        }
    }

    private func decide(
        _ said: YesOrNo, on open: Proposal, _ proposals: Proposals
    ) async throws(PortError) -> (card: Card?, words: String) {
        let subject = turn.subject
        let decision: Proposals.Decision
        switch said {
        case .no: decision = try await proposals.reject(open.id, in: subject.conversation, of: subject.user)
        case .yes:
            guard let token = turn.bearer else {
                return (open.card, "Please confirm it on the card: your sign-in is needed for that.")
            }
            decision = try await proposals.confirm(
                open.id, in: subject.conversation, of: subject.user, token: token)
        }
        switch decision {
        case .settled(let proposal): return (proposal.card, proposal.outcome)
        case .stale(let fresh, let reason):
            return (fresh?.card, [reason, fresh?.words].compactMap(\.self).joined(separator: "\n"))
        case .notFound: return (nil, "That offer is not there any more. Please ask again for a fresh one.")
        }
    }
}

extension Proposals.Offer {
    /// What to draw.
    fileprivate var card: Card? {
        switch self {
        case .proposal(let proposal): proposal.card
        case .question(let question, let id): question.card(id: id)
        case .refused: nil
        }
    }
}
