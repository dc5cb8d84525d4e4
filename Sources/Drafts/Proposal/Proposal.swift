public import Finance
public import FoundationEssentials

/// Drafts shown to a person as one card, waiting for a yes. A value: who stores it writes every move down before acting
/// on it, so that a second yes, on any instance, finds it `confirming` and makes no second call.
///
///     var proposal = Proposal(id: id, user: user, conversation: chat, drafts: [draft], on: snapshot, for: .current, at: now)
///     let signature = hmac(proposal.signedText)                        // by the caller, with its key
///     try proposal.confirm(by: user, in: chat, on: freshSnapshot, at: now)
///     while let draft = proposal.next { …; try proposal.stepApplied() }   // draft.request(for: proposal.shape)
///
/// Several drafts are applied one after the other; `done` counts them, so that a failure in the middle is told exactly.
public struct Proposal: Sendable, Hashable, Codable {
    /// How long a card is good for.
    public static let lifetime: TimeInterval = 30 * 60
    /// Most drafts of one proposal.
    public static let mostDrafts = 60

    /// The proposal's id, given by the caller.
    public let id: String
    /// Whose records it is about; nobody else can confirm it.
    public let user: UserID
    /// Where it was offered; it cannot be confirmed from elsewhere.
    public let conversation: String
    /// Which backend its calls are shaped for.
    public let shape: BackendShape
    /// What would be written, in order.
    public let drafts: [Draft]
    /// The card's heading.
    public let title: String
    /// What is now and what would be.
    public let rows: [ChangeRow]
    /// What to know before saying yes.
    public let remarks: [String]
    /// Where it comes from, when not from the person's own words; a fresh card says it again. Part of `remarks`.
    public let notes: [String]?
    /// What the drafts stand on.
    public let grounds: [DraftGround]
    /// When it was offered, to the millisecond.
    public let createdAt: Date
    /// From when on it can no longer be confirmed.
    public let expiresAt: Date
    /// Where it stands.
    public internal(set) var state = ProposalState.open
    /// How many drafts are in the main app.
    public internal(set) var done = 0

    /// An open proposal; `title` is the first draft's own unless another is given. nil without a draft, or with more
    /// than one card can show. `notes`, then `remark`, stand before the remarks of the drafts.
    public init?(
        id: String, user: UserID, conversation: String, drafts: [Draft], title: String? = nil, remark: String? = nil,
        notes: [String]? = nil, on snapshot: Snapshot, for shape: BackendShape, at now: Date
    ) {
        guard let first = drafts.first, drafts.count <= Self.mostDrafts else { return nil }
        self.id = id
        self.user = user
        self.conversation = conversation
        self.shape = shape
        self.drafts = drafts
        self.title = title ?? first.title(on: snapshot)
        rows = drafts.count == 1 ? first.rows(on: snapshot) : drafts.map { $0.row(on: snapshot) }
        self.notes = notes
        remarks = ((notes ?? []) + [remark].compactMap(\.self) + drafts.flatMap { $0.remarks(on: snapshot) }).uniqued()
        grounds = drafts.map { DraftGround(of: $0, in: snapshot) }
        createdAt = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000)
        expiresAt = createdAt.addingTimeInterval(Self.lifetime)
    }

    /// What the drafts stand on, as 16 hex digits.
    public var beforeHash: String { grounds.digest }

    /// The draft whose call is due; nil when none is.
    public var next: Draft? {
        state == .confirming && drafts.indices.contains(done) ? drafts[done] : nil
    }

    /// Whether the records no longer are what the card shows, or a draft could not be made any more.
    public func isStale(on snapshot: Snapshot) -> Bool {
        drafts.map { DraftGround(of: $0, in: snapshot) }.digest != beforeHash
            || drafts.contains { !$0.faults(on: snapshot, for: shape).isEmpty }
    }

    /// The same wish on the records as they are now: a fresh card with an id and a time of its own. Amounts that depend
    /// on the record ("put 50 into …") are worked out again. nil for several drafts: a plan that was made of other
    /// records has to be made again.
    public func refreshed(id: String, on snapshot: Snapshot, at now: Date) throws(DraftFaults) -> Proposal? {
        guard let draft = drafts.first, drafts.count == 1 else { return nil }
        let fresh = try Draft(draft.act, draft.fields, on: snapshot, for: shape)
        return Proposal(
            id: id, user: user, conversation: conversation, drafts: [fresh], title: title, notes: notes, on: snapshot,
            for: shape, at: now)
    }
}

extension Array where Element: Hashable {
    /// Each element once, in order.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
