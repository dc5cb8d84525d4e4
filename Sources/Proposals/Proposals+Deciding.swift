internal import Analyses
public import Drafts
public import Finance
internal import FoundationEssentials
public import Ports

// From a yes to the main app and back.
extension Proposals {
    /// How long a call may be under way before nobody can be making it any more.
    static let longestCall: TimeInterval = 30
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
        let snapshot = try await snapshots.read(user, Month(containing: now), now)
        switch entry.proposal.state {
        case .open: break
        case .confirming where now > (entry.sentAt ?? now).addingTimeInterval(Self.longestCall):
            // Whoever sent it is gone; the records say whether it was done.
            return try await lookBack(id, user)
        case .unknown: return try await lookBack(id, user)
        default: return .settled(entry.proposal)
        }
        if let other = try await begin(id, in: conversation, snapshot, at: now) { return other }
        return try await send(id, user, token)
    }

    /// Only whoever finds it open may send: nil for them, and what there is to say for everybody else.
    private func begin(
        _ id: String, in conversation: ConversationID, _ snapshot: Snapshot, at now: Date
    ) async throws(PortError) -> Decision? {
        let user = snapshot.person.id
        let outcome = try await state.change(.proposals, of: user, from: ProposalBook()) { book in
            Result { () throws(ProposalError) in
                try book.change(id) { entry throws(ProposalError) in
                    try entry.proposal.confirm(by: user, in: conversation.text, on: snapshot, at: now)
                    entry.sentAt = now
                }
            }
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
            let decision = try await note(answer, to: draft, id, user)
            guard case .settled(let after) = decision else { return decision }
            if after.state == .unknown { return try await lookBack(id, user) }
            if after.next == nil { return decision }
        }
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

    /// Reads the records to see whether a call without an answer was done.
    private func lookBack(_ id: String, _ user: UserID) async throws(PortError) -> Decision {
        let now = now()
        let snapshot = try await snapshots.read(user, Month(containing: now), now)
        return try await change(id, of: user) { entry throws(ProposalError) in
            if entry.proposal.state == .confirming { try entry.proposal.stepTimedOut() }
            let place = entry.proposal.done
            guard entry.proposal.state == .unknown, entry.proposal.drafts.indices.contains(place),
                let sentAt = entry.sentAt
            else { return }
            let finding = ReadBack(
                of: entry.proposal.drafts[place], ground: entry.proposal.grounds[place], sentAt: sentAt, in: snapshot)
            try entry.proposal.readBack(finding)
        }
    }

    /// A fresh card for what the records say now.
    private func refresh(_ id: String, _ snapshot: Snapshot, at now: Date) async throws(PortError) -> Decision {
        let user = snapshot.person.id
        guard let old = try await book(of: user).entry(id)?.proposal else { return .notFound }
        _ = try await change(id, of: user) { entry throws(ProposalError) in
            try entry.proposal.reject(by: user, in: entry.proposal.conversation)
        }
        do throws(DraftFaults) {
            let fresh = try old.refreshed(id: makeID(), on: snapshot, at: now)
            return try await kept(fresh)
        } catch {
            return .stale(nil, reason: error.words)
        }
    }

    private func kept(_ fresh: Proposal?) async throws(DraftFaults) -> Decision {
        guard let fresh, (try? await keep(fresh)) != nil else {
            return .stale(nil, reason: "Your records have changed since. Please ask once more.")
        }
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
        let outcome = try await state.change(.proposals, of: user, from: ProposalBook()) { book in
            Result { () throws(ProposalError) in
                try book.change(id) { entry throws(ProposalError) in
                    try change(&entry)
                    return entry.proposal
                }
            }
        }
        switch outcome {
        case .success(let proposal): return .settled(proposal)
        case .failure(.notFound): return .notFound
        case .failure: return try await standing(id, user)
        }
    }
}
