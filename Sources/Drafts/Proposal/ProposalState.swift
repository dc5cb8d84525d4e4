/// Where a proposal stands.
///
///     open ─▶ confirming ─▶ applied │ failed(reason)
///       │          └──────▶ unknown ─(read back)▶ applied │ notApplied, or stays unknown
///       └▶ rejected │ expired
public enum ProposalState: Sendable, Hashable, Codable {
    /// Waiting for the person.
    case open
    /// The person said yes; the calls are being made.
    case confirming
    /// All of it is in the main app.
    case applied
    /// The main app refused, for a reason in plain words.
    case failed(reason: String)
    /// A call had no answer; what happened is being read back.
    case unknown
    /// The records show that the call did nothing.
    case notApplied
    /// The person said no.
    case rejected
    /// Nobody answered in time.
    case expired

    /// The word on the wire.
    public var word: String {
        switch self {
        case .open: "open"
        case .confirming: "confirming"
        case .applied: "applied"
        case .failed: "failed"
        case .unknown: "unknown"
        case .notApplied: "notApplied"
        case .rejected: "rejected"
        case .expired: "expired"
        }
    }

    /// Whether nothing can happen to it any more.
    public var isFinal: Bool {
        switch self {
        case .open, .confirming, .unknown: false
        case .applied, .failed, .notApplied, .rejected, .expired: true
        }
    }
}

/// Why a proposal did not move.
public enum ProposalError: Error, Sendable, Hashable {
    /// It belongs to another person or another conversation: answered like one that does not exist.
    case notFound
    /// Its time is over.
    case expired
    /// The records changed since the card was shown; a fresh card is due.
    case stale
    /// This cannot happen to it where it stands, for instance a second confirmation.
    case illegal(ProposalEvent, in: ProposalState)
}

/// What can happen to a proposal.
public enum ProposalEvent: String, Sendable, Hashable, Codable, CaseIterable {
    /// Said by the person.
    case confirm, reject
    /// Said by the main app about one call.
    case applied, failed, timedOut
    /// Found in the records.
    case readBack
    /// Said by the clock.
    case expire
}
