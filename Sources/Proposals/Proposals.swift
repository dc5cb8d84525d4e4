internal import Analyses
public import Drafts
public import Finance
public import FoundationEssentials
public import Ports

/// Offers to write in the main app: made from what a person said, kept until a yes, sent once, read back when no answer
/// came. Every move is stored before it is acted on, so that a second yes, on any instance, makes no second call.
public struct Proposals: Sendable {
    let state: PersonalState
    let snapshots: Snapshots
    let mainApp: MainApp
    let sign: @Sendable ([UInt8]) -> String
    let now: @Sendable () -> Date
    let makeID: @Sendable () -> String

    /// Offers over these ports. `snapshots` must read afresh; `sign` is keyed and gives the same for the same bytes.
    public init(
        state: PersonalState, snapshots: Snapshots, mainApp: MainApp, sign: @escaping @Sendable ([UInt8]) -> String,
        now: @escaping @Sendable () -> Date, makeID: @escaping @Sendable () -> String
    ) {
        self.state = state
        self.snapshots = snapshots
        self.mainApp = mainApp
        self.sign = sign
        self.now = now
        self.makeID = makeID
    }

    /// What became of a wish.
    public enum Offer: Sendable, Hashable {
        /// A card that waits for a yes.
        case proposal(Proposal)
        /// Something has to be known first; the id names the question.
        case question(Question, id: String)
        /// It cannot be, in a sentence.
        case refused(String)

        /// For clients that only know text.
        public var words: String {
            switch self {
            case .proposal(let proposal): proposal.words
            case .question(let question, _):
                ([question.text] + question.options.enumerated().map { "\($0 + 1). \($1.label)" })
                    .joined(separator: "\n")
            case .refused(let sentence): sentence
            }
        }
    }

    /// What waits for a word of the person.
    public func book(of user: UserID) async throws(PortError) -> ProposalBook {
        try await state.value(.proposals, of: user, as: ProposalBook.self) ?? ProposalBook()
    }

    /// Reads a wish in what a person wrote; nil where there is none. With `asksBack` false, a wish that something is
    /// missing of counts as none.
    public func offer(
        for words: String, in conversation: ConversationID, on snapshot: Snapshot, asksBack: Bool = true
    ) async throws(PortError) -> Offer? {
        if let plan = PlanWish(words: words, on: snapshot) {
            return try await offer(plan, in: conversation, on: snapshot)
        }
        guard let wish = Wish(words: words, on: snapshot) else { return nil }
        let settled = wish.settled(on: snapshot, for: mainApp.shape)
        if !asksBack, case .question = settled { return nil }
        return try await offer(settled, in: conversation, on: snapshot)
    }

    /// A model's wish on the person's behalf: amounts and days must be in what the person wrote.
    public func offer(
        arguments: String, said: String, in conversation: ConversationID, on snapshot: Snapshot
    ) async throws(PortError) -> Offer {
        let settled = WishArguments.settled(arguments, said: said, on: snapshot, for: mainApp.shape)
        return try await offer(settled, in: conversation, on: snapshot)
    }

    /// Goes on with the question that waits in a conversation; nil where none does.
    public func answer(
        _ words: String, in conversation: ConversationID, on snapshot: Snapshot, knowing book: ProposalBook
    ) async throws(PortError) -> Offer? {
        guard let waiting = book.question(in: conversation, at: now()) else { return nil }
        let settled = waiting.question.answered(words, on: snapshot, for: mainApp.shape)
        // The same question again: the words were no answer. It has been asked; what was said is a message of its own.
        if case .question(let again) = settled, again == waiting.question {
            try await drop(conversation, snapshot.person.id)
            return nil
        }
        return try await offer(settled, in: conversation, on: snapshot, notes: waiting.question.wish.notes)
    }

    func offer(
        _ settled: Settlement, in conversation: ConversationID, on snapshot: Snapshot, notes: [String]? = nil
    ) async throws(PortError) -> Offer {
        let (user, id, now) = (snapshot.person.id, makeID(), now())
        switch settled {
        case .refused(let faults): return .refused(faults.words)
        case .question(let question):
            try await state.change(.proposals, of: user, from: ProposalBook()) { book in
                book.ask(question, id: id, in: conversation.text, at: now)
            }
            return .question(question, id: id)
        case .draft(let draft):
            let made = Proposal(
                id: id, user: user, conversation: conversation.text, drafts: [draft], notes: notes,
                on: snapshot, for: mainApp.shape, at: now)
            guard let made else { return .refused("That cannot be offered.") }
            try await keep(made)
            return .proposal(made)
        }
    }

    func keep(_ proposal: Proposal) async throws(PortError) {
        let signature = sign(proposal.signedText)
        try await state.change(.proposals, of: proposal.user, from: ProposalBook()) { book in
            book.add(proposal, signature: signature)
        }
    }

    private func drop(_ conversation: ConversationID, _ user: UserID) async throws(PortError) {
        try await state.change(.proposals, of: user, from: ProposalBook()) { book in
            book.dropQuestion(in: conversation.text)
        }
    }
}
