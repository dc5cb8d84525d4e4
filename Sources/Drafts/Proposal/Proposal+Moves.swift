public import Finance
public import FoundationEssentials

extension Proposal {
    /// The person says yes. The snapshot must be freshly read: what is stale is not sent. A second yes is an error, so
    /// that there is one `confirming` whatever is clicked twice.
    public mutating func confirm(
        by user: UserID, in conversation: String, on snapshot: Snapshot, at now: Date
    ) throws(ProposalError) {
        try own(user, conversation)
        guard state == .open else { throw .illegal(.confirm, in: state) }
        guard now < expiresAt else {
            state = .expired
            throw .expired
        }
        guard snapshot.person.id == user, !isStale(on: snapshot) else { throw .stale }
        state = .confirming
    }

    /// The person says no.
    public mutating func reject(by user: UserID, in conversation: String) throws(ProposalError) {
        try own(user, conversation)
        try move(.reject, from: .open, to: .rejected)
    }

    /// Ends an open proposal whose time is over; says whether it did.
    public mutating func expire(at now: Date) -> Bool {
        guard state == .open, now >= expiresAt else { return false }
        state = .expired
        return true
    }

    /// The main app took the draft that was due.
    public mutating func stepApplied() throws(ProposalError) {
        guard state == .confirming else { throw .illegal(.applied, in: state) }
        count()
    }

    /// The main app refused the draft that was due.
    public mutating func stepFailed(_ reason: String) throws(ProposalError) {
        try move(.failed, from: .confirming, to: .failed(reason: reason))
    }

    /// The main app gave no answer about the draft that was due.
    public mutating func stepTimedOut() throws(ProposalError) {
        try move(.timedOut, from: .confirming, to: .unknown)
    }

    /// What the records show about the draft that had no answer. When it was applied, the drafts after it are due.
    public mutating func readBack(_ finding: ReadBack) throws(ProposalError) {
        guard state == .unknown else { throw .illegal(.readBack, in: state) }
        switch finding {
        case .applied: count()
        case .notApplied: state = .notApplied
        case .cannotTell: break
        }
    }

    private mutating func count() {
        done += 1
        state = done >= drafts.count ? .applied : .confirming
    }

    private mutating func move(
        _ event: ProposalEvent, from: ProposalState, to: ProposalState
    ) throws(ProposalError) {
        guard state == from else { throw .illegal(event, in: state) }
        state = to
    }

    private func own(_ user: UserID, _ conversation: String) throws(ProposalError) {
        guard user == self.user, conversation == self.conversation else { throw .notFound }
    }
}
