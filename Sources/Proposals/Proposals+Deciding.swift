internal import Analyses
public import Drafts
public import Finance
internal import FoundationEssentials
public import Ports

// From a yes to the main app and back.
extension Proposals {
    /// Most calls of one yes; a proposal has no more drafts.
    private static let mostCalls = Proposal.mostDrafts

    /// What came of a yes or a no.
    public enum Decision: Sendable, Hashable {
        /// How the offer stands.
        case settled(Proposal)
        /// The records have changed since: a fresh card in its place, and why there is none where there cannot be one.
        case stale(Proposal?, reason: String)
        /// There is no such offer for this person in this conversation, or it is not ours.
        case notFound
    }

    /// The person says no.
    public func reject(
        _ id: String, in conversation: ConversationID, of user: UserID
    ) async throws(PortError) -> Decision {
        try await change(id, of: user) { entry throws(ProposalError) in
            if entry.proposal.state == .rejected { return }
            try entry.proposal.reject(by: user, in: conversation.text)
        }
    }

    /// The person says yes, with their own token. Said again, it tells how the offer stands and sends nothing.
    public func confirm(
        _ id: String, in conversation: ConversationID, of user: UserID, token: String
    ) async throws(PortError) -> Decision {
        let now = now()
        guard let entry = try await book(of: user).entry(id), entry.proposal.conversation == conversation.text,
            sign(entry.proposal.signedText) == entry.signature
        else { return .notFound }
        switch entry.proposal.state {
        case .open:
            let snapshot = try await snapshots.read(user, Month(containing: now), now)
            if let other = try await begin(id, in: conversation, snapshot, at: now) { return other }
        case .confirming where entry.isLeft(at: now), .unknown:
            // Whoever sent it is gone, or heard nothing: the records say whether it was done.
            guard try await isDueAgain(id, user) else { return try await standing(id, user) }
        default: return .settled(entry.proposal)
        }
        return try await send(id, user, token)
    }

    /// Only whoever finds it open may send: nil for them, and what there is to say for everybody else.
    private func begin(
        _ id: String, in conversation: ConversationID, _ snapshot: Snapshot, at now: Date
    ) async throws(PortError) -> Decision? {
        let user = snapshot.person.id
        let outcome = try await move(id, of: user) { entry throws(ProposalError) in
            try entry.proposal.confirm(by: user, in: conversation.text, on: snapshot, at: now)
            entry.sentAt = now
        }
        switch outcome {
        case .success: return nil
        case .failure(.stale): return try await refresh(id, snapshot, at: now)
        case .failure(.notFound): return .notFound
        case .failure(.expired), .failure(.illegal): return try await standing(id, user)
        }
    }

    /// Sends what is due, one draft after the other, each outcome stored before the next.
    private func send(_ id: String, _ user: UserID, _ token: String) async throws(PortError) -> Decision {
        for _ in 0..<Self.mostCalls {
            guard let proposal = try await book(of: user).entry(id)?.proposal, let draft = proposal.next else { break }
            let request = draft.request(for: proposal.shape)
            let answer = await mainApp.send(request, token, "\(id).\(proposal.done)")
            guard case .settled(let after) = try await note(answer, to: draft, id, user) else { break }
            if after.state == .unknown, try await !isDueAgain(id, user) { break }
        }
        // Read once more, so that whatever keeps snapshots shows at once what was written. A failure here changes nothing.
        let now = now()
        _ = try? await snapshots.read(user, Month(containing: now), now)
        return try await standing(id, user)
    }

    private func note(
        _ answer: MainApp.Answer, to draft: Draft, _ id: String, _ user: UserID
    ) async throws(PortError) -> Decision {
        let now = now()
        return try await change(id, of: user) { entry throws(ProposalError) in
            switch answer {
            case .notSent: try entry.proposal.stepFailed("The app cannot be reached right now.")
            case .unknown: try entry.proposal.stepTimedOut()
            case .answered(let status, let body):
                switch BackendVerdict(status: status, body: body, to: draft) {
                case .saved:
                    try entry.proposal.stepApplied()
                    entry.sentAt = now
                case .refused(let sentence): try entry.proposal.stepFailed(sentence)
                case .unknown: try entry.proposal.stepTimedOut()
                }
            }
        }
    }

    /// Reads the records to see whether a call without an answer was done. True when it was and drafts behind it are due:
    /// those are for whoever found that out, and for nobody else.
    private func isDueAgain(_ id: String, _ user: UserID) async throws(PortError) -> Bool {
        let now = now()
        let snapshot = try await snapshots.read(user, Month(containing: now), now)
        let outcome = try await move(id, of: user) { entry throws(ProposalError) in
            // Somebody else may have found out meanwhile, and be sending the next.
            if entry.isLeft(at: now) { try entry.proposal.stepTimedOut() }
            let place = entry.proposal.done
            guard entry.proposal.state == .unknown, entry.proposal.drafts.indices.contains(place),
                let sentAt = entry.sentAt
            else { return false }
            let finding = ReadBack(
                of: entry.proposal.drafts[place], ground: entry.proposal.grounds[place], sentAt: sentAt, in: snapshot)
            try entry.proposal.readBack(finding)
            guard entry.proposal.next != nil else { return false }
            entry.sentAt = now
            return true
        }
        return (try? outcome.get()) ?? false
    }

    /// A fresh card for what the records say now.
    private func refresh(_ id: String, _ snapshot: Snapshot, at now: Date) async throws(PortError) -> Decision {
        let user = snapshot.person.id
        guard let old = try await book(of: user).entry(id)?.proposal else { return .notFound }
        _ = try await change(id, of: user) { entry throws(ProposalError) in
            try entry.proposal.reject(by: user, in: entry.proposal.conversation)
        }
        let fresh: Proposal?
        do throws(DraftFaults) { fresh = try old.refreshed(id: makeID(), on: snapshot, at: now) } catch {
            return .stale(nil, reason: error.words)
        }
        guard let fresh else { return .stale(nil, reason: "Your records have changed since. Please ask once more.") }
        try await keep(fresh)
        return .stale(fresh, reason: "Your records have changed since, so here it is once more as it would be now.")
    }

    /// How an offer stands for somebody who cannot move it.
    private func standing(_ id: String, _ user: UserID) async throws(PortError) -> Decision {
        guard let proposal = try await book(of: user).entry(id)?.proposal else { return .notFound }
        return .settled(proposal)
    }

    private func change(
        _ id: String, of user: UserID,
        _ change: @escaping @Sendable (inout ProposalBook.Entry) throws(ProposalError) -> Void
    ) async throws(PortError) -> Decision {
        let outcome = try await move(id, of: user) { entry throws(ProposalError) in
            try change(&entry)
            return entry.proposal
        }
        switch outcome {
        case .success(let proposal): return .settled(proposal)
        case .failure(.notFound): return .notFound
        case .failure: return try await standing(id, user)
        }
    }

    /// Changes an offer as it is stored; a move that cannot be made changes nothing.
    private func move<Answer: Sendable>(
        _ id: String, of user: UserID,
        _ change: @escaping @Sendable (inout ProposalBook.Entry) throws(ProposalError) -> Answer
    ) async throws(PortError) -> Result<Answer, ProposalError> {
        try await state.change(.proposals, of: user, from: ProposalBook()) { book in
            Result { () throws(ProposalError) in try book.change(id, change) }
        }
    }
}
